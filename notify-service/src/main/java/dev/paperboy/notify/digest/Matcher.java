package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.subscriber.Interests;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Set;

/**
 * Ranks a window's papers for a filter: any topic, category, line of keywords, author, description
 * or example lets a paper in, each further reason lifts it, and so does its trend, as far as the
 * reader's dial lets it.
 *
 * <p>What an exclusion finds is kept out, whatever else speaks for it, and so is what trends less
 * than the reader wants. A line of keywords that only excludes, such as {@code -survey}, is an
 * exclusion.
 */
public final class Matcher {
  private final double topicConfidence;

  /**
   * @param topicConfidence below this a tag does not count
   */
  public Matcher(double topicConfidence) {
    this.topicConfidence = topicConfidence;
  }

  /**
   * The papers that fit. Withdrawn papers never fit.
   *
   * @param sent ids of papers that the reader got before
   * @param likings what the reader said of earlier papers: moves papers up and down, lets none in
   */
  Ranking match(
      Interests interests, WindowIndex window, Set<String> sent, LocalDate today, Likings likings) {
    FilterLines lines = FilterLines.of(interests);
    WindowReasons reasons = WindowReasons.of(interests, lines, window, topicConfidence);
    BitSet places = new BitSet();
    if (wantsEverything(interests, lines)) {
      places.set(0, window.papers().size());
    } else {
      places.or(reasons.places());
    }
    places.andNot(window.withdrawn());
    places.andNot(lines.keptOut(window));
    for (String id : sent) {
      Integer place = window.place(id);
      if (place != null) {
        places.clear(place);
      }
    }
    double[] trends = window.trends(today);
    if (interests.minTrend() > 0) {
      for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
        places.set(place, trends[place] >= interests.minTrend());
      }
    }
    return new Ranking(
        places,
        reasons,
        window,
        trends,
        interests.dial(),
        window.taste(likings, interests.exampleSubjects()),
        !likings.liked().isEmpty());
  }

  private static boolean wantsEverything(Interests interests, FilterLines lines) {
    return interests.topics().isEmpty()
        && interests.categories().isEmpty()
        && lines.wanted().isEmpty()
        && interests.authors().isEmpty()
        && interests.about().isEmpty()
        && interests.examples().isEmpty();
  }
}
