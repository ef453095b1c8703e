package dev.paperboy.classify.site;

import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.classify.topic.Topic;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The topics that most papers are about. */
final class TopicPicks {
  private TopicPicks() {}

  /** At most {@code most} topics of these papers, the commonest first, ties by name. */
  static List<Chip> from(List<PaperCard> papers, int most) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Chip> chips = new HashMap<>();
    for (PaperCard paper : papers) {
      for (Tag tag : paper.tags()) {
        chips.putIfAbsent(tag.topic(), PaperView.chip(tag));
        counts.merge(tag.topic(), 1, Integer::sum);
      }
    }
    return commonest(counts, chips::get, most);
  }

  /**
   * The same by counts.
   *
   * @param counts papers by topic
   * @param topics by id
   */
  static List<Chip> from(Map<String, Integer> counts, Function<String, Topic> topics, int most) {
    return commonest(
        counts, id -> new Chip(id, topics.apply(id).name(), "/topics/" + id, null), most);
  }

  private static List<Chip> commonest(
      Map<String, Integer> counts, Function<String, Chip> chip, int most) {
    return counts.entrySet().stream()
        .filter(topic -> topic.getValue() > 0)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(topic -> chip.apply(topic.getKey()).name()))
        .limit(most)
        .map(topic -> chip.apply(topic.getKey()))
        .toList();
  }
}
