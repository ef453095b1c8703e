package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reader whose digest is to be made.
 *
 * @param generation for the links
 * @param day the digest's day
 * @param schedule when there are digests
 * @param last the last announcement date that the reader was served; null for none
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
    boolean served,
    List<ReaderFilter> filters) {}
