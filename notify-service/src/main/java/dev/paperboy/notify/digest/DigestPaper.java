package dev.paperboy.notify.digest;

import java.util.List;

/**
 * A paper as a digest shows it, in words; templates escape them.
 *
 * @param url where the archive shows it; of a specimen, where the site does
 * @param pdf its full text; null for a specimen
 * @param trend the score in writing; null where it says nothing
 * @param why one sentence
 * @param feedback where to say something of it; null where there is none
 * @param specimen whether it is made up, to be marked
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
    String feedback,
    boolean specimen) {}
