package dev.paperboy.notify.shelf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges whether the shelf holds all that sources announced. */
final class ShelfCompleteness {
  private static final long PATIENCE_SECONDS = Duration.ofMinutes(10).toSeconds();

  /** A source in its own words. */
  record ToldSource(String name, String verdict, String detail, List<SourceStatus.Day> days) {}

  private ShelfCompleteness() {}

  /**
   * @param sources what each source told last
   * @param shelved papers on the shelf by announcement date
   * @param upTo dates behind it don't matter
   * @param idleSeconds since a paper was last shelved
   */
  static Completeness judge(
      List<ToldSource> sources, Map<LocalDate, Long> shelved, LocalDate upTo, long idleSeconds) {
    boolean waitedLong = idleSeconds > PATIENCE_SECONDS;
    for (ToldSource source : sources) {
      switch (source.verdict()) {
        case "starting" -> {
          if (!waitedLong) {
            return new Completeness(false, source.name() + " is still being read");
          }
        }
        case "late", "partial", "down" -> {
          return new Completeness(
              true, source.name() + " is " + source.verdict() + ": " + source.detail());
        }
        default -> {
          // fresh or quiet: what it announced can be counted.
        }
      }
    }
    long missing = missing(sources, shelved, upTo);
    if (missing == 0) {
      return new Completeness(true, null);
    }
    return waitedLong
        ? new Completeness(
            true,
            missing + " papers are announced but not read yet; they will be in your next digest")
        : new Completeness(false, missing + " papers are still being read");
  }

  private static long missing(
      List<ToldSource> sources, Map<LocalDate, Long> shelved, LocalDate upTo) {
    Map<LocalDate, Long> announced = new HashMap<>();
    for (ToldSource source : sources) {
      for (SourceStatus.Day day : source.days()) {
        if (!day.date().isAfter(upTo)) {
          announced.merge(day.date(), day.announced(), Long::sum);
        }
      }
    }
    return announced.entrySet().stream()
        .mapToLong(day -> Math.max(0, day.getValue() - shelved.getOrDefault(day.getKey(), 0L)))
        .sum();
  }
}
