package dev.paperboy.notify.likeness;

import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a filter wants vectors of.
 *
 * @param texts descriptions, and what stands behind {@code ~} in keyword lines
 * @param papers ids of examples
 */
public record Subjects(Set<String> texts, Set<String> papers) {
  public Subjects {
    texts = Set.copyOf(texts);
    papers = Set.copyOf(papers);
  }

  public static Subjects of(Interests interests) {
    Set<String> texts = new HashSet<>(interests.about());
    interests.keywords().forEach(line -> texts.addAll(meanings(line)));
    return new Subjects(texts, Set.copyOf(interests.examples()));
  }

  /** Those of several filters. */
  public static Subjects of(Collection<Interests> all) {
    Set<String> texts = new HashSet<>();
    Set<String> papers = new HashSet<>();
    all.stream()
        .map(Subjects::of)
        .forEach(
            subjects -> {
              texts.addAll(subjects.texts);
              papers.addAll(subjects.papers);
            });
    return new Subjects(texts, papers);
  }

  boolean isEmpty() {
    return texts.isEmpty() && papers.isEmpty();
  }

  /** A line that an older grammar took has none. */
  private static List<String> meanings(String line) {
    try {
      return PaperQuery.parse(line).meanings();
    } catch (QuerySyntaxException e) {
      return List.of();
    }
  }
}
