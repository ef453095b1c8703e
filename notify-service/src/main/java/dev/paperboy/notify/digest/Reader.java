package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Interests;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A reader whose digest is to be made.
 *
 * @param generation for the links
 * @param day the digest's day
 * @param last the last announcement date that the reader was served; null for none
 * @param served whether there is a digest of that day
 */
record Reader(
    UUID id,
    String address,
    int generation,
    LocalDate day,
    LocalDate last,
    boolean served,
    Interests interests) {}
