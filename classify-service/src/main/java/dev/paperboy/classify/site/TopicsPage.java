package dev.paperboy.classify.site;

import dev.paperboy.classify.topic.Topic;
import java.util.List;

/**
 * All topics by field.
 *
 * @param one the field shown alone; null for all
 */
public record TopicsPage(Topic one, List<Group> groups) {
  /** A field and its topics, those with most papers first. */
  public record Group(Topic field, List<Entry> topics) {}

  /**
   * A topic.
   *
   * @param papers of the last thirty days
   */
  public record Entry(Topic topic, int papers) {}

  public String title() {
    return one == null ? "Topics" : one.name();
  }
}
