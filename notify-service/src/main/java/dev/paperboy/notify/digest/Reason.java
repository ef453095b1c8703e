package dev.paperboy.notify.digest;

/**
 * Why a paper is in a digest.
 *
 * @param what a topic's id, a category, a line of keywords, an author as the reader wrote it, a
 *     description, the id of an example, or a filter's name
 * @param weight what it adds to the score, 0 to 1; of a topic, how sure the tag is
 */
public record Reason(Kind kind, String what, double weight) {
  /** What of the filter it is. */
  public enum Kind {
    TOPIC,
    CATEGORY,
    KEYWORDS,
    AUTHOR,
    ABOUT,
    EXAMPLE,
    /** What the reader said of other papers. */
    TASTE,
    /** Which of the reader's filters; adds nothing to the score. */
    FILTER
  }
}
