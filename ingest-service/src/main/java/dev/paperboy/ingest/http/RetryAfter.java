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
  static final Duration WHERE_NOT_TOLD = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** How long to wait, bounded; a usual time where the header is absent or makes no sense. */
  static Duration read(String header, Instant now) {
    if (header == null) {
      return WHERE_NOT_TOLD;
    }
    String text = header.strip();
    Duration wait;
    try {
      wait =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return WHERE_NOT_TOLD;
    }
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
