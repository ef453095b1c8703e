package dev.paperboy.notify.taste;

/**
 * A paper that a reader said something of.
 *
 * @param vector a unit vector
 * @param words empty where nothing is known of them
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Known(float[] vector, WordBag words) {}
