package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.subscriber.Interests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ranks a window's papers for a filter: any topic, category, line of keywords, author, description
 * or example lets a paper in, each further reason lifts it, and so does its trend, as far as the
 * reader's dial lets it.
 *
 * <p>What an exclusion finds is kept out, whatever else speaks for it, and so is what trends less
 * than the reader wants. A line of keywords that only excludes, such as {@code -survey}, is an
 * exclusion.
 */
final class Matcher {
  /** The strongest reason counts whole, each further one this much of it. */
  private static final double FURTHER = 0.3;

  /** Best first; where they are equal, in the order of ids. */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score)
          .thenComparingDouble(Match::sum)
          .reversed()
          .thenComparing(match -> match.paper().paper().key());

  private final double topicConfidence;

  /**
   * @param topicConfidence below this a tag does not count
   */
  Matcher(double topicConfidence) {
    this.topicConfidence = topicConfidence;
  }

  /** The papers that fit, best first. Withdrawn papers never fit. */
  List<Match> match(Interests interests, WindowIndex window, Set<String> sent, LocalDate today) {
    FilterLines lines = FilterLines.of(interests);
    WindowReasons found = WindowReasons.of(interests, lines, window, topicConfidence);
    IntStream candidates =
        wantsEverything(interests, lines)
            ? IntStream.range(0, window.papers().size())
            : found.places().stream().mapToInt(Integer::intValue);
    double[] trends = window.trends(today);
    List<Match> matches = new ArrayList<>();
    candidates.forEach(
        place -> {
          TrendingPaper candidate = window.papers().get(place);
          ShelvedPaper paper = candidate.paper();
          if (!paper.withdrawn()
              && trends[place] >= interests.minTrend()
              && !sent.contains(paper.key())
              && !lines.keepsOut(window, paper.key())) {
            List<Reason> reasons = found.at(place);
            matches.add(
                new Match(candidate, relevance(reasons), trends[place], interests.dial(), reasons));
          }
        });
    matches.sort(BEST_FIRST);
    return matches;
  }

  private static boolean wantsEverything(Interests interests, FilterLines lines) {
    return interests.topics().isEmpty()
        && interests.categories().isEmpty()
        && lines.wanted().isEmpty()
        && interests.authors().isEmpty()
        && interests.about().isEmpty()
        && interests.examples().isEmpty();
  }

  private static double relevance(List<Reason> reasons) {
    double relevance = 0;
    for (int i = 0; i < reasons.size(); i++) {
      relevance += reasons.get(i).weight() * (i == 0 ? 1 : FURTHER);
    }
    return relevance;
  }
}
