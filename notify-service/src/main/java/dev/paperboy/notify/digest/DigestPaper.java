package dev.paperboy.notify.digest;

import java.util.List;

/**
 * A paper as a digest shows it, in words; templates escape them.
 *
 * @param url where the archive shows it; null for a made-up one
 * @param pdf its full text; null for a made-up one
 * @param trend the score in writing; null where it says nothing
 * @param why one sentence
 */
public record DigestPaper(
    String title,
    String url,
    String pdf,
    String authors,
    List<String> topics,
    String trend,
    String why,
    String excerpt,
    boolean specimen) {}
