package dev.paperboy.classify.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The parts of a trend that come of attention: how many times what is expected in its field and at
 * its age a paper has.
 *
 * <p>Strength of a part = ln(1 + count / (expected + k)) / ln(1 + {@value #FULL_TIMES}), at most 1.
 * The logarithm lets the tenth vote weigh more than the thousandth, and k lets a few votes say
 * little. No part can add more than its weight; how much of it counts beside what else speaks for
 * the paper, {@link SignalShare} tells.
 *
 * <p>A pure function of the latest observation of each place: in whatever order observations come,
 * and however often, the parts are the same.
 */
public final class AttentionParts {
  /** How many times the expected attention counts in full. */
  public static final int FULL_TIMES = 10;

  /**
   * What votes of readers add at most: nearly half of all that a paper can have. With less they
   * told the order of a list's later votes less well; with more, bought ones would outweigh all
   * else.
   */
  public static final double VOTES_WEIGHT = 2.2;

  private static final String VOTES = "votes";
  private static final int PLACES = 10_000;
  private static final double HOURS_PER_DAY = 24;

  private static final List<Signal> SIGNALS =
      List.of(
          // Expected votes, comments and stars: geometric means over 7,600 papers on lists of
          // Hugging Face up to 12 h after the list's midnight, 7,900 up to 36 h, and 126 later.
          new Signal(
              VOTES, VOTES_WEIGHT, 5, "hf-daily", Attention::votes, steps(4.8, 7.1, 8.2, 9.5)),
          new Signal("comments", 0.2, 3, "hf-daily", Attention::comments, steps(1.0, 1.7, 2, 2.3)),
          new Signal("stars", 0.4, 20, null, Attention::stars, steps(6.9, 15.3, 25, 50)),
          // Nothing is measured of these; most papers have none.
          new Signal("mentions", 0.4, 5, "hacker-news", Attention::votes, steps(0, 0, 0, 0)),
          new Signal("citations", 0.4, 3, null, Attention::citations, steps(0, 0, 0.2, 2)));

  /**
   * A kind of attention.
   *
   * @param weight what it adds at most
   * @param k pseudo-count: what is within chance
   * @param source whose count it is; null for the highest of any place that counts it
   */
  private record Signal(
      String name,
      double weight,
      double k,
      String source,
      Function<Attention, Integer> count,
      List<Step> expected) {

    double strength(Attention seen, LocalDate announced, double factor) {
      double age =
          Duration.between(announced.atStartOfDay(ZoneOffset.UTC).toInstant(), seen.observedAt())
                  .toMinutes()
              / (60 * HOURS_PER_DAY);
      double usual =
          expected.stream()
              .filter(step -> age <= step.untilDays())
              .findFirst()
              .orElseGet(expected::getLast)
              .count();
      double times = count.apply(seen) / (usual * factor + k);
      return Math.min(1, Math.log1p(times) / Math.log1p(FULL_TIMES));
    }
  }

  /** What is expected up to an age. */
  private record Step(double untilDays, double count) {}

  private AttentionParts() {}

  private static List<Step> steps(double halfDay, double dayAndHalf, double week, double later) {
    return List.of(
        new Step(0.5, halfDay),
        new Step(1.5, dayAndHalf),
        new Step(7, week),
        new Step(Double.MAX_VALUE, later));
  }

  /** What each part contributes at its full strength. */
  public static Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    SIGNALS.forEach(signal -> weights.put(signal.name(), signal.weight()));
    return weights;
  }

  /**
   * The parts of a paper; those that add nothing are left out.
   *
   * @param announced the paper's first day
   * @param field what is usual in the paper's field
   * @param latest one observation of each place, its latest
   * @return contributions by name, none negative, rounded to four places
   */
  public static Map<String, Double> of(
      LocalDate announced, TrendModel.Field field, Collection<Attention> latest) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (Signal signal : SIGNALS) {
      double factor = signal.name().equals(VOTES) ? field.votes() : 1;
      latest.stream()
          .filter(seen -> signal.source() == null || signal.source().equals(seen.source()))
          .filter(seen -> Objects.nonNull(signal.count().apply(seen)))
          // Two places that count the same count it twice; of equals the later is surer.
          .max(
              Comparator.<Attention>comparingInt(seen -> signal.count().apply(seen))
                  .thenComparing(Attention::observedAt, Comparator.<Instant>naturalOrder()))
          .ifPresent(seen -> put(parts, signal, signal.strength(seen, announced, factor)));
    }
    return parts;
  }

  private static void put(Map<String, Double> parts, Signal signal, double strength) {
    double part = Math.round(strength * signal.weight() * PLACES) / (double) PLACES;
    if (part > 0) {
      parts.put(signal.name(), part);
    }
  }
}
