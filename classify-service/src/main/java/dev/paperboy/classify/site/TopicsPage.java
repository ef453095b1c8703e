package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
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

  /** Its address. */
  public String href() {
    return one == null ? "/topics" : "/topics/" + one.id();
  }

  /** The form that mails all topics of the field; null for all fields. */
  public String subscribeHref() {
    return one == null
        ? null
        : Link.to("/subscribe")
            .withEach(
                "topic",
                groups.getFirst().topics().stream().map(entry -> entry.topic().id()).toList())
            .toString();
  }

  /** What is about any topic of the field; null for all fields. */
  public FeedLinks feeds() {
    return one == null ? null : FeedLinks.of(one.name(), "/feeds/topics/" + one.id());
  }
}
