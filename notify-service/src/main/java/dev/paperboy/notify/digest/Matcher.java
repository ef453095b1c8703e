package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.query.Node;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ranks a window's papers for a reader: any topic, category or line of keywords lets a paper in,
 * each further reason lifts it, and so does its trend.
 *
 * <p>A line of keywords that only excludes, such as {@code -survey}, lets nothing in and keeps out
 * what it names, whatever else speaks for it.
 */
final class Matcher {
  /** The strongest reason counts whole, each further one this much of it. */
  private static final double FURTHER = 0.3;

  private static final double PRIMARY_CATEGORY = 0.35;
  private static final double OTHER_CATEGORY = 0.25;

  /** What a line of keywords is worth however weakly it scores; the text score adds the rest. */
  private static final double KEYWORDS = 0.6;

  /** A BM25 score that adds half of that rest: two rare words in an abstract. */
  private static final double USUAL_TEXT_SCORE = 8;

  private final double topicConfidence;

  /**
   * @param topicConfidence below this a tag does not count
   */
  Matcher(double topicConfidence) {
    this.topicConfidence = topicConfidence;
  }

  /** The papers that fit, best first; ties in the order of ids. Withdrawn papers never fit. */
  List<Match> match(Interests interests, WindowIndex window, Set<String> sent, LocalDate today) {
    Lines lines = Lines.of(interests.keywords());
    boolean everything =
        interests.topics().isEmpty()
            && interests.categories().isEmpty()
            && lines.wanted().isEmpty();
    List<Match> matches = new ArrayList<>();
    for (TrendingPaper candidate : window.papers()) {
      ShelvedPaper paper = candidate.paper();
      if (paper.withdrawn() || sent.contains(paper.key()) || lines.excludes(window, paper.key())) {
        continue;
      }
      List<Reason> reasons = reasons(interests, lines, window, paper);
      if (everything || !reasons.isEmpty()) {
        matches.add(new Match(candidate, relevance(reasons), candidate.trend(today), reasons));
      }
    }
    matches.sort(
        Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(match -> match.paper().paper().key()));
    return matches;
  }

  private List<Reason> reasons(
      Interests interests, Lines lines, WindowIndex window, ShelvedPaper paper) {
    List<Reason> reasons = new ArrayList<>();
    for (ShelvedPaper.Tag tag : paper.tags()) {
      if (tag.confidence() >= topicConfidence && interests.topics().contains(tag.topic())) {
        reasons.add(new Reason(Reason.Kind.TOPIC, tag.topic(), tag.confidence()));
      }
    }
    lines
        .wanted()
        .forEach(
            (line, query) -> {
              Float score = window.ask(query).get(paper.key());
              if (score != null) {
                double rest = score / (score + USUAL_TEXT_SCORE) * (1 - KEYWORDS);
                reasons.add(new Reason(Reason.Kind.KEYWORDS, line, KEYWORDS + rest));
              }
            });
    category(interests.categories(), paper.categories()).ifPresent(reasons::add);
    reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return reasons;
  }

  /** The first of the reader's categories that the paper is in, primary ones before others. */
  private static Optional<Reason> category(List<String> wanted, List<String> given) {
    for (int i = 0; i < given.size(); i++) {
      for (String category : wanted) {
        if (isIn(given.get(i), category)) {
          return Optional.of(
              new Reason(
                  Reason.Kind.CATEGORY, given.get(i), i == 0 ? PRIMARY_CATEGORY : OTHER_CATEGORY));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a category is the wanted one, or of the wanted archive: {@code cs.*} or {@code cs}. */
  static boolean isIn(String given, String wanted) {
    String category = comparable(given);
    String name = comparable(wanted);
    String archive = name.endsWith(".*") ? name.substring(0, name.length() - 2) : name;
    return category.equals(archive)
        || ((name.endsWith(".*") || name.indexOf('.') < 0) && category.startsWith(archive + "."));
  }

  private static String comparable(String category) {
    return category.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
  }

  private static double relevance(List<Reason> reasons) {
    double relevance = 0;
    for (int i = 0; i < reasons.size(); i++) {
      relevance += reasons.get(i).weight() * (i == 0 ? 1 : FURTHER);
    }
    return relevance;
  }

  /**
   * A reader's lines of keywords.
   *
   * @param wanted by the line as written
   * @param unwanted what the lines that only exclude name
   */
  private record Lines(Map<String, PaperQuery> wanted, List<PaperQuery> unwanted) {
    static Lines of(List<String> texts) {
      Map<String, PaperQuery> wanted = new HashMap<>();
      List<PaperQuery> unwanted = new ArrayList<>();
      for (String text : texts) {
        PaperQuery query = read(text);
        if (query.root() instanceof Node.Not) {
          unwanted.add(query);
        } else if (!query.isEmpty()) {
          wanted.put(text, query);
        }
      }
      return new Lines(wanted, unwanted);
    }

    /** The form refuses what can't be read; an older grammar's line is taken as plain words. */
    private static PaperQuery read(String text) {
      try {
        return PaperQuery.parse(text);
      } catch (QuerySyntaxException e) {
        return PaperQuery.words(text);
      }
    }

    boolean excludes(WindowIndex window, String id) {
      return unwanted.stream().anyMatch(query -> !window.ask(query).containsKey(id));
    }
  }
}
