package dev.paperboy.bench.day;

import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.classify.site.TrendBadge;
import dev.paperboy.classify.topic.TopicTag;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A paper of the day as a page would show it.
 *
 * @param field its archive
 * @param score by the contract's function
 * @param parts of the score
 */
record RankedPaper(
    DataPaper paper, String field, List<TopicTag> tags, Map<String, Double> parts, double score) {
  private static final double LEAST_PART = 0.005;

  /** Several lines: title, why it stands where it does, and what it was tagged with and why. */
  String written(int place) {
    return String.format(
        Locale.ROOT,
        "%2d. %.2f  %s [%s, %s]%n      because: %s%n%s",
        place,
        score,
        paper.title(),
        paper.id(),
        String.join(" ", paper.categories()),
        because(),
        tags.isEmpty()
            ? "      no topic%n".formatted()
            : tags.stream().map(RankedPaper::tag).collect(Collectors.joining()));
  }

  private String because() {
    return parts.entrySet().stream()
        .filter(part -> part.getValue() >= LEAST_PART)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(
            part ->
                String.format(
                    Locale.ROOT, "%s %.2f", TrendBadge.words(part.getKey()), part.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String tag(TopicTag tag) {
    return String.format(
        Locale.ROOT, "      %.2f %s: %s%n", tag.confidence(), tag.topic(), tag.evidence());
  }
}
