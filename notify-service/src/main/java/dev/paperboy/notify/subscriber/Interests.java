package dev.paperboy.notify.subscriber;

import java.util.List;

/**
 * What a reader wants: a paper that fits any topic, any category or any keyword line; with none of
 * these, the papers that trend.
 *
 * @param topics ids
 * @param categories such as {@code cs.IR}, or {@code cs.*} for a whole archive
 * @param keywords texts of the query language, one each
 * @param maxPapers the most that one digest shows in full
 */
public record Interests(
    List<String> topics, List<String> categories, List<String> keywords, int maxPapers) {
  /** Papers in a digest unless the reader says otherwise. */
  public static final int USUAL_PAPERS = 12;

  public Interests {
    topics = List.copyOf(topics);
    categories = List.copyOf(categories);
    keywords = List.copyOf(keywords);
  }

  /** Whether the reader asks for nothing in particular. */
  public boolean isEmpty() {
    return topics.isEmpty() && categories.isEmpty() && keywords.isEmpty();
  }
}
