package dev.paperboy.classify.site;

import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.Tag;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics that a new reader is offered first: those most papers of the month are about. */
final class TopicPicks {
  private TopicPicks() {}

  /** At most {@code most} topics, the commonest first, ties by name. */
  static List<Chip> from(List<PaperCard> papers, int most) {
    Map<String, Tag> tags = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (PaperCard paper : papers) {
      for (Tag tag : paper.tags()) {
        tags.putIfAbsent(tag.topic(), tag);
        counts.merge(tag.topic(), 1, Integer::sum);
      }
    }
    return tags.values().stream()
        .sorted(
            Comparator.comparing((Tag tag) -> counts.get(tag.topic()))
                .reversed()
                .thenComparing(Tag::name))
        .limit(most)
        .map(PaperView::chip)
        .toList();
  }
}
