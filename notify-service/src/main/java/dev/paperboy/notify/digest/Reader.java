package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A reader whose digest is to be made.
 *
 * @param generation for the links
 * @param day the digest's day
 * @param schedule when there are digests
 * @param last the last announcement date that the reader was served; null for none
 * @param lastTold the last day without papers of which the reader was told; null for none
 * @param served whether there is a digest of that day
 * @param filters one or more
 */
record Reader(
    UUID id,
    String address,
    int generation,
    LocalDate day,
    Schedule schedule,
    LocalDate last,
    LocalDate lastTold,
    boolean served,
    List<ReaderFilter> filters) {
  /** The same with more filters. */
  Reader with(List<ReaderFilter> more) {
    return new Reader(
        id,
        address,
        generation,
        day,
        schedule,
        last,
        lastTold,
        served,
        Stream.concat(filters.stream(), more.stream()).toList());
  }
}
