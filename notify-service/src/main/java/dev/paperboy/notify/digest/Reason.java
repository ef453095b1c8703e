package dev.paperboy.notify.digest;

/**
 * Why a paper is in a digest.
 *
 * @param what a topic's id, a category, or a line of keywords
 * @param weight what it adds to the score; of a topic, how sure the tag is
 */
public record Reason(Kind kind, String what, double weight) {
  /** What of the filter it is. */
  public enum Kind {
    TOPIC,
    CATEGORY,
    KEYWORDS
  }
}
