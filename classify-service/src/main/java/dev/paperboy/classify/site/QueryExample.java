package dev.paperboy.classify.site;

import java.util.List;

/**
 * What can be asked, by example.
 *
 * @param query to be searched as it is
 * @param meaning in words
 */
public record QueryExample(String query, String meaning) {
  static final List<QueryExample> ALL =
      List.of(
          new QueryExample("graph neural networks", "all of these words, in title or abstract"),
          new QueryExample("\"language model\" -survey", "this phrase, and not that word"),
          new QueryExample("transformer OR \"state space\"", "either of them"),
          new QueryExample(
              "title:quantum cat:math.*", "in the title; within a field of an archive"),
          new QueryExample("author:\"E Noether\"", "by name, with or without initials"),
          new QueryExample("topic:reinforcement-learning since:7d", "by topic, of the last week"),
          new QueryExample("robot* trend>0.5", "words that begin so; above a trend score"));

  /** Where it leads. */
  public String href() {
    return Link.to("/search").with("q", query).toString();
  }
}
