package dev.paperboy.classify.trend;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Papers per topic and day, and how far a topic now stands above its base.
 *
 * <p>A topic's share of the last seven days is set against its share of the twelve weeks before:
 * the z of a Poisson count with that expectation. Bursts of this kind tell what is hot now; they do
 * not forecast.
 */
public final class TopicCounts {
  /** Calendar days that are «now». */
  public static final int NOW_DAYS = 7;

  /** Calendar days before them that are the base. */
  public static final int BASE_DAYS = 84;

  /** With less history than this a topic's base is not known, and nothing is called hot. */
  public static final int FEWEST_BASE_PAPERS = 500;

  private final Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();

  /** Key under which a day's total is kept. */
  public static final String ALL = "";

  /** Adds to the count of a topic on a day. */
  public void add(LocalDate day, String topic, long papers) {
    byDay.computeIfAbsent(day, d -> new HashMap<>()).merge(topic, papers, Long::sum);
  }

  /** Papers of a topic, or of {@link #ALL}, from one day to another, both included. */
  public long papers(String topic, LocalDate first, LocalDate last) {
    long papers = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      papers += byDay.getOrDefault(day, Map.of()).getOrDefault(topic, 0L);
    }
    return papers;
  }

  /** Standard deviations above the base in the week that ends with {@code day}; 0 where unknown. */
  public double burst(String topic, LocalDate day) {
    long now = 0;
    long nowAll = 0;
    long base = 0;
    long baseAll = 0;
    for (int i = 0; i < NOW_DAYS + BASE_DAYS; i++) {
      Map<String, Long> counts = byDay.get(day.minusDays(i));
      if (counts == null) {
        continue;
      }
      if (i < NOW_DAYS) {
        now += counts.getOrDefault(topic, 0L);
        nowAll += counts.getOrDefault(ALL, 0L);
      } else {
        base += counts.getOrDefault(topic, 0L);
        baseAll += counts.getOrDefault(ALL, 0L);
      }
    }
    if (baseAll < FEWEST_BASE_PAPERS || nowAll == 0) {
      return 0;
    }
    double expected = (base + 1.0) / (baseAll + 1.0) * nowAll;
    return (now - expected) / Math.sqrt(expected + 1);
  }
}
