package dev.paperboy.ingest.arxiv;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How far the archive has been read: forward by lists of what is new, then backward a day at a time
 * until {@code target}.
 *
 * @param next first day of the next list of news
 * @param behind first day from which on all has been read; null before the first list's end
 * @param target the earliest day to go back to
 * @param readAt when the last list of news was read to its end, on the real clock; null before
 * @param list the list being read; null between lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OaiCheckpoint(
    LocalDate next, LocalDate behind, LocalDate target, Instant readAt, OpenList list) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /**
   * A list of which not all pages have been read.
   *
   * @param from its first day
   * @param until its last day; null for no end
   * @param back whether it goes back before what was read, and is no list of news
   * @param token where it goes on; null at its start
   * @param tokenDay the server's day at which the token was given; tokens end with their day
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpenList(LocalDate from, LocalDate until, boolean back, String token, LocalDate tokenDay) {

    OpenList(LocalDate from, LocalDate until, boolean back) {
      this(from, until, back, null, null);
    }

    /** From its first page again, where its token is lost. */
    OpenList again() {
      return new OpenList(from, until, back);
    }
  }

  /** Before anything was read. */
  static OaiCheckpoint start(LocalDate first, LocalDate target) {
    return new OaiCheckpoint(first, null, target, null, null);
  }

  /** Reads the written form. */
  static OaiCheckpoint parse(String text) {
    try {
      return JSON.readValue(text, OaiCheckpoint.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no checkpoint of arXiv: " + text, e);
    }
  }

  String written() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Within a list. */
  OaiCheckpoint in(OpenList open) {
    return new OaiCheckpoint(next, behind, target, readAt, open);
  }

  /** Between pages of the list. */
  OaiCheckpoint goingOn(String token, LocalDate serverDay) {
    return in(new OpenList(list.from(), list.until(), list.back(), token, serverDay));
  }

  /**
   * Behind the list. News are asked for from the day before again: days fill up until their end.
   *
   * @param lastDay the last day that the list can have held
   */
  OaiCheckpoint done(LocalDate lastDay, Instant now) {
    if (list.back()) {
      return new OaiCheckpoint(next, list.from(), target, readAt, null);
    }
    LocalDate after = lastDay.minusDays(1);
    return new OaiCheckpoint(
        after.isBefore(next) ? next : after,
        behind == null ? list.from() : behind,
        target,
        now,
        null);
  }

  /** The next day to go back to; null where all of them have been read. */
  OpenList dayBefore() {
    if (behind == null || !behind.isAfter(target)) {
      return null;
    }
    LocalDate day = behind.minusDays(1);
    return new OpenList(day, day, true);
  }
}
