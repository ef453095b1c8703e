package dev.paperboy.notify.likeness;

/**
 * A vector that papers are compared with: of a description in a reader's words, or of a paper that
 * the reader gave as an example.
 *
 * @param subject the description, or the paper's id
 * @param encoder what made the vector; it is compared with vectors of the same encoder only
 * @param int8 one signed byte per dimension, of any length
 * @param threshold the cosine from which a paper is like it, calibrated for the encoder
 * @param title of the example; null for a description
 */
public record Probe(String subject, String encoder, byte[] int8, double threshold, String title) {}
