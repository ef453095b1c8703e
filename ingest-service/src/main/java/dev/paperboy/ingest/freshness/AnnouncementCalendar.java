package dev.paperboy.ingest.freshness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When arXiv announces: Sunday to Thursday at 20:00 Eastern time, but on holidays. What is
 * announced in an evening bears the date of the next day, which has begun in UTC.
 *
 * @see <a href="https://info.arxiv.org/help/availability.html">arXiv's announcement schedule</a>
 */
public final class AnnouncementCalendar {
  private static final ZoneId EASTERN = ZoneId.of("America/New_York");
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  private final Set<LocalDate> silentEvenings;

  /**
   * @param holidays days without an announcement, as arXiv publishes them
   */
  public AnnouncementCalendar(Collection<LocalDate> holidays) {
    this.silentEvenings =
        holidays.stream()
            .map(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY ? day.plusDays(2) : day)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With the holidays that we know of. */
  public static AnnouncementCalendar published() {
    try (InputStream in = AnnouncementCalendar.class.getResourceAsStream("arxiv-holidays.txt");
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return new AnnouncementCalendar(
          lines.lines().filter(line -> !line.startsWith("#")).map(LocalDate::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether papers are announced under that date. */
  public boolean announces(LocalDate date) {
    LocalDate evening = date.minusDays(1);
    boolean scheduled =
        switch (evening.getDayOfWeek()) {
          case FRIDAY, SATURDAY -> false;
          default -> true;
        };
    return scheduled && !silentEvenings.contains(evening);
  }

  /** When the papers of that date are made public, whether or not there are any. */
  public Instant announcedAt(LocalDate date) {
    return date.minusDays(1).atTime(EVENING).atZone(EASTERN).toInstant();
  }

  /** The last date whose papers were public at that time. */
  public LocalDate latest(Instant at) {
    LocalDate date = at.atZone(EASTERN).toLocalDate().plusDays(1);
    while (!announces(date) || announcedAt(date).isAfter(at)) {
      date = date.minusDays(1);
    }
    return date;
  }

  /** The first date after that one under which papers are announced. */
  public LocalDate next(LocalDate date) {
    LocalDate next = date.plusDays(1);
    while (!announces(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
