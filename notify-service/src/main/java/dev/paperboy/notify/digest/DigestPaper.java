package dev.paperboy.notify.digest;

import java.util.List;

/**
 * A paper as a digest shows it, in words; templates escape them.
 *
 * @param url where the archive shows it; of a specimen, where the site does
 * @param pdf its full text; null for a specimen
 * @param code where its code is; null where its authors name no such place
 * @param trend the score in writing; null where it says nothing
 * @param why one sentence
 * @param feedback where to say something of it; null where there is none
 * @param specimen whether it is made up, to be marked
 */
public record DigestPaper(
    String title,
    String url,
    String pdf,
    String code,
    String authors,
    List<String> topics,
    String trend,
    String why,
    String excerpt,
    String feedback,
    boolean specimen) {
  /** The same at a place of a digest, with no more than so much of the excerpt. */
  DigestPaper at(String place, int longestExcerpt) {
    return new DigestPaper(
        title,
        url,
        pdf,
        code,
        authors,
        topics,
        trend,
        why,
        Excerpt.shortened(excerpt, longestExcerpt),
        place,
        specimen);
  }
}
