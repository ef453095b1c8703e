package dev.paperboy.notify.likeness;

import dev.paperboy.notify.example.PastedPaper;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a filter wants vectors of.
 *
 * @param texts descriptions, and what stands behind {@code ~} in keyword lines
 * @param papers ids of examples
 * @param pasted examples without an id, by what {@link PastedPaper#subject} calls them
 */
public record Subjects(Set<String> texts, Set<String> papers, Map<String, PastedPaper> pasted) {
  private static final Pattern PAPER = Pattern.compile("[a-z]+:\\S{1,200}");

  public Subjects {
    texts = Set.copyOf(texts);
    papers = Set.copyOf(papers);
    pasted = Map.copyOf(pasted);
  }

  /** Without examples that were pasted. */
  public Subjects(Set<String> texts, Set<String> papers) {
    this(texts, papers, Map.of());
  }

  public static Subjects of(Interests interests) {
    return of(List.of(interests));
  }

  /** Those of several filters. */
  public static Subjects of(Collection<Interests> all) {
    Set<String> texts = new HashSet<>();
    Set<String> papers = new HashSet<>();
    Map<String, PastedPaper> pasted = new HashMap<>();
    for (Interests interests : all) {
      texts.addAll(interests.about());
      interests.keywords().forEach(line -> texts.addAll(meanings(line)));
      for (String example : interests.examples()) {
        if (PastedPaper.isPasted(example)) {
          PastedPaper.of(example)
              .ifPresent(paper -> pasted.put(PastedPaper.subject(example), paper));
        } else {
          papers.add(example);
        }
      }
    }
    texts.removeIf(text -> !isDescription(text));
    return new Subjects(texts, papers, pasted);
  }

  /**
   * Whether a text can be a description: what stands for a paper is none, since probes of both
   * kinds are kept under the same names.
   */
  public static boolean isDescription(String text) {
    return !PastedPaper.isSubject(text) && !PAPER.matcher(text).matches();
  }

  /** The names of all of them, as probes have them. */
  public Set<String> all() {
    Set<String> all = new HashSet<>(texts);
    all.addAll(papers);
    all.addAll(pasted.keySet());
    return all;
  }

  /** Those of all that are not among some. */
  static Subjects without(Collection<Subjects> all, Set<String> known) {
    Set<String> texts = new HashSet<>();
    Set<String> papers = new HashSet<>();
    Map<String, PastedPaper> pasted = new HashMap<>();
    for (Subjects each : all) {
      texts.addAll(each.texts);
      papers.addAll(each.papers);
      pasted.putAll(each.pasted);
    }
    texts.removeAll(known);
    papers.removeAll(known);
    pasted.keySet().removeAll(known);
    return new Subjects(texts, papers, pasted);
  }

  boolean isEmpty() {
    return texts.isEmpty() && papers.isEmpty() && pasted.isEmpty();
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
