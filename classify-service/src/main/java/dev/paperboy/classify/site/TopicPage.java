package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.trend.TopicCounts;
import dev.paperboy.query.PaperQuery;
import java.util.List;
import java.util.Locale;

/**
 * A topic and its leading papers.
 *
 * @param topic of the taxonomy
 * @param field the one it belongs to
 * @param count papers of the last thirty days, in words
 * @param heat how it stands against the months before, in words
 * @param chart its papers by week against what is usual
 * @param newest whether the latest come first, rather than the trendiest
 * @param authors who writes most of what trends in it
 */
public record TopicPage(
    Topic topic,
    Topic field,
    String count,
    String heat,
    BurstChart chart,
    boolean newest,
    List<PaperView> papers,
    Pages pages,
    List<LeadingAuthors.Leading> authors,
    FeedLinks feeds) {
  /** Standard deviations from which on more papers than usual are no accident. */
  private static final double HOT = 2;

  /** The query that finds its papers. */
  static String query(Topic topic) {
    return PaperQuery.parse("topic:" + topic.id()).canonical();
  }

  /**
   * How a topic stands.
   *
   * @param z standard deviations above its base, as {@link TopicCounts#burst} has it
   * @param basePapers papers of all topics in the base
   */
  static String heat(double z, long basePapers) {
    if (basePapers < TopicCounts.FEWEST_BASE_PAPERS) {
      return "Too little has been read yet to say what is usual for it.";
    }
    String deviations = String.format(Locale.ROOT, "%.1f", Math.abs(z));
    if (z >= HOT) {
      return "Hot now: its share of the last seven days is "
          + deviations
          + " standard deviations above the twelve weeks before.";
    }
    return z <= -HOT
        ? "Quiet now: its share of the last seven days is "
            + deviations
            + " standard deviations below the twelve weeks before."
        : "As usual: its share of the last seven days is like that of the twelve weeks before.";
  }

  /** Its address. */
  public String href() {
    return "/topics/" + topic.id();
  }

  /** The form that mails it. */
  public String subscribeHref() {
    return Link.to("/subscribe").with("topic", topic.id()).toString();
  }

  /** The same as a search, to be narrowed. */
  public String searchHref() {
    return Link.to("/search").with("q", query(topic)).toString();
  }
}
