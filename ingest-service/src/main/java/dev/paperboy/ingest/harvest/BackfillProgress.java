package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.source.PaperSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far sources have gone back, and how long the rest will take at the pace of this process so
 * far. Days, not papers: nobody tells how many papers old days have.
 */
@Singleton
class BackfillProgress {
  private final Clock real;
  private final Map<String, Begin> begins = new ConcurrentHashMap<>();

  private record Begin(LocalDate behind, Instant at) {}

  /**
   * Where a backfill stands.
   *
   * @param percent of the days, 0 to 99: at the end there is no backfill any more
   * @param left days to go
   * @param rest how long that will take; null where no day has been read yet since the start
   */
  record Backfill(int percent, long left, Duration rest) {
    /** Such as {@code 43 %, 120 days to go, about 6 minutes}. */
    String words() {
      return "%d %%, %d %s to go%s"
          .formatted(
              percent, left, left == 1 ? "day" : "days", rest == null ? "" : ", " + about(rest));
    }

    private static String about(Duration rest) {
      if (rest.toMinutes() < 1) {
        return "less than a minute";
      }
      if (rest.toHours() < 2) {
        return "about %d min".formatted(rest.toMinutes());
      }
      return rest.toDays() < 2
          ? "about %d h".formatted(rest.toHours())
          : "about %d days".formatted(rest.toDays());
    }
  }

  @Inject
  BackfillProgress() {
    this(Clock.systemUTC());
  }

  BackfillProgress(Clock real) {
    this.real = real;
  }

  /**
   * Notes how far a source has gone back.
   *
   * @param today on the business clock
   * @return null where it does not go back, or is through
   */
  Backfill of(String feed, PaperSource.Reach reach, LocalDate today) {
    LocalDate behind = reach.behind();
    LocalDate target = reach.target();
    if (behind == null || target == null || !behind.isAfter(target)) {
      begins.remove(feed);
      return null;
    }
    Instant now = real.instant();
    Begin begin = begins.computeIfAbsent(feed, f -> new Begin(behind, now));
    long left = ChronoUnit.DAYS.between(target, behind);
    long all = Math.max(left, ChronoUnit.DAYS.between(target, today));
    long done = ChronoUnit.DAYS.between(behind, begin.behind());
    Duration rest =
        done > 0 ? Duration.between(begin.at(), now).multipliedBy(left).dividedBy(done) : null;
    return new Backfill((int) (100 * (all - left) / all), left, rest);
  }
}
