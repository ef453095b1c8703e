package dev.paperboy.ingest.arxiv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the archive has been read.
 *
 * @param from first day of the list being read, or of the next one
 * @param token where the list goes on; null between lists
 * @param tokenDay the server's day at which the token was given; tokens end with their day
 * @param readAt when the last list was read to its end, on the real clock; null while reading the
 *     first
 */
record OaiCheckpoint(LocalDate from, String token, LocalDate tokenDay, Instant readAt) {
  private static final Pattern WRITTEN =
      Pattern.compile("from (\\S+) read (\\S+) token (\\S+) (.*)", Pattern.DOTALL);
  private static final String NONE = "-";

  /** Reads the written form; null where there is none. */
  static OaiCheckpoint parse(String text) {
    Matcher m = WRITTEN.matcher(text == null ? "" : text);
    if (!m.matches()) {
      return null;
    }
    return new OaiCheckpoint(
        LocalDate.parse(m.group(1)),
        m.group(3).equals(NONE) ? null : m.group(4),
        m.group(3).equals(NONE) ? null : LocalDate.parse(m.group(3)),
        m.group(2).equals(NONE) ? null : Instant.parse(m.group(2)));
  }

  String written() {
    return "from %s read %s token %s %s"
        .formatted(
            from,
            readAt == null ? NONE : readAt.toString(),
            token == null ? NONE : tokenDay.toString(),
            token == null ? "" : token);
  }

  /** Between pages of a list. */
  OaiCheckpoint goingOn(String nextToken, LocalDate serverDay) {
    return new OaiCheckpoint(from, nextToken, serverDay, readAt);
  }

  /** Behind a list: the next one begins the day before, since days fill up until their end. */
  OaiCheckpoint done(LocalDate serverDay, Instant now) {
    LocalDate next = serverDay.minusDays(1);
    return new OaiCheckpoint(next.isBefore(from) ? from : next, null, null, now);
  }

  /** From the start of the list again, where its token is lost. */
  OaiCheckpoint again() {
    return new OaiCheckpoint(from, null, null, readAt);
  }
}
