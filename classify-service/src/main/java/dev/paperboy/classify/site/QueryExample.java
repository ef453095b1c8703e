package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
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
          new QueryExample(
              "graph neural networks", "papers that say these words, and papers about the same"),
          new QueryExample(
              "~\"robots that learn to grasp\"", "what is meant by it, in whatever words"),
          new QueryExample("\"language model\" -survey", "this phrase, without that word"),
          new QueryExample("transformer OR \"state space\"", "either of the two"),
          new QueryExample(
              "title:quantum cat:math.*", "a word of the title, in all categories of a field"),
          new QueryExample("author:\"E Noether\"", "papers of an author, initials or full names"),
          new QueryExample(
              "topic:reinforcement-learning since:7d", "a topic, in the last seven days"),
          new QueryExample("robot* trend>0.5", "words that begin so, above a trend score"));

  /** Where it leads. */
  public String href() {
    return Link.to("/search").with("q", query).toString();
  }
}
