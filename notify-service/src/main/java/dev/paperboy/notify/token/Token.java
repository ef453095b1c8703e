package dev.paperboy.notify.token;

import java.time.Instant;
import java.util.UUID;

/**
 * What a mailed link says.
 *
 * @param purpose what it may do
 * @param subscriber whose it is
 * @param generation the subscriber's when it was made; the caller compares
 * @param item the one thing that it is about, such as a digest; null if none
 * @param expires end of its life; null if it has none
 */
public record Token(Purpose purpose, UUID subscriber, int generation, UUID item, Instant expires) {}
