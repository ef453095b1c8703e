package dev.paperboy.ingest.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The Retry-After header: seconds or a date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {
  static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /**
   * How long to wait, bounded.
   *
   * @param header null where it is absent
   * @param date the answer's Date header, which a date is relative to, so that our clock may be
   *     wrong; null where it is absent
   * @param now by our clock
   * @param otherwise where the header is absent or makes no sense
   */
  static Duration read(String header, String date, Instant now, Duration otherwise) {
    if (header == null) {
      return otherwise;
    }
    String text = header.strip();
    if (text.matches("\\d{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant until = instant(text);
    if (until == null) {
      return otherwise;
    }
    Instant there = date == null ? null : instant(date.strip());
    return bounded(Duration.between(there == null ? now : there, until));
  }

  private static Instant instant(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
