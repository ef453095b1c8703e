package dev.paperboy.notify.digest;

import dev.paperboy.notify.taste.Taste;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The papers of a window that fit a filter, in an order of which only the beginning is needed. */
final class Ranking {
  /** What the reader's taste adds at the most, or takes away. */
  private static final double TASTE = 0.5;

  /** From here on the taste is named as a reason. */
  private static final double TELLING = 0.1;

  /** Best first; where they are equal, in the order of ids. */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score)
          .thenComparingDouble(Match::sum)
          .reversed()
          .thenComparing(match -> match.paper().paper().key());

  private final BitSet places;
  private final WindowReasons reasons;
  private final WindowIndex window;
  private final double[] trends;
  private final int dial;
  private final Taste taste;
  private final boolean namesTaste;

  /**
   * @param places that fit
   * @param taste null where nothing is known of it
   * @param namesTaste whether it is of marks, and may be named; examples are reasons of their own
   */
  Ranking(
      BitSet places,
      WindowReasons reasons,
      WindowIndex window,
      double[] trends,
      int dial,
      Taste taste,
      boolean namesTaste) {
    this.places = places;
    this.reasons = reasons;
    this.window = window;
    this.trends = trends;
    this.dial = dial;
    this.taste = taste;
    this.namesTaste = namesTaste;
  }

  /** Where the papers that fit stand in the window. */
  BitSet places() {
    return places;
  }

  /** Those of them that authors wrote whom the reader follows. */
  BitSet followed() {
    BitSet followed = (BitSet) reasons.ofAuthors().clone();
    followed.and(places);
    return followed;
  }

  /** A place with what its paper is ordered by. */
  private record Placed(int place, double score, double sum) {}

  /** The order in which {@link #BEST_FIRST} has their papers. */
  private int compare(Placed one, Placed other) {
    int byScore = Double.compare(other.score(), one.score());
    int bySum = byScore != 0 ? byScore : Double.compare(other.sum(), one.sum());
    return bySum != 0 ? bySum : window.key(one.place()).compareTo(window.key(other.place()));
  }

  /** Places of the best of them, best first. */
  List<Integer> best(int most) {
    PriorityQueue<Placed> kept = new PriorityQueue<>((one, other) -> compare(other, one));
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      double relevance = relevance(place, liking(place));
      double score = Match.scoreOf(relevance, trends[place], dial);
      if (kept.size() < most || score >= kept.peek().score()) {
        kept.add(new Placed(place, score, Match.sumOf(relevance, trends[place])));
        if (kept.size() > most) {
          kept.poll();
        }
      }
    }
    List<Integer> best = new ArrayList<>(kept.size());
    while (!kept.isEmpty()) {
      best.add(kept.poll().place());
    }
    return best.reversed();
  }

  /** The paper of a place that fits, with its reasons. */
  Match at(int place) {
    double liking = liking(place);
    List<Reason> why = reasons.at(place);
    if (namesTaste && liking >= TELLING) {
      why.add(new Reason(Reason.Kind.TASTE, "", liking));
    }
    return new Match(
        window.papers().get(place), relevance(place, liking), trends[place], dial, why);
  }

  private double liking(int place) {
    return taste == null ? 0 : TASTE * window.liking(taste, place);
  }

  private double relevance(int place, double liking) {
    return Math.max(0, reasons.relevance(place) + liking);
  }
}
