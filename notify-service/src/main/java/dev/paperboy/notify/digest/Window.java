package dev.paperboy.notify.digest;

import java.time.LocalDate;

/**
 * The announcement dates of a digest, both included.
 *
 * @param to the digest's day
 */
record Window(LocalDate from, LocalDate to) {
  boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
