package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which papers of a window have a topic or a category, by their places in it: a filter looks at
 * those that it may want instead of at all.
 */
final class WindowPostings {
  private final Map<String, Hits> topics = new HashMap<>();
  private final Map<String, List<Filed>> categories = new HashMap<>();
  private final Map<String, List<Filed>> archives = new HashMap<>();

  /**
   * A paper's category.
   *
   * @param rank 0 for the primary one
   */
  record Filed(int place, int rank, String category) {}

  WindowPostings(List<TrendingPaper> papers) {
    Map<String, Hits.Builder> tagged = new HashMap<>();
    for (int place = 0; place < papers.size(); place++) {
      ShelvedPaper paper = papers.get(place).paper();
      for (ShelvedPaper.Tag tag : paper.tags()) {
        tagged
            .computeIfAbsent(tag.topic(), topic -> new Hits.Builder())
            .add(place, tag.confidence());
      }
      for (int rank = 0; rank < paper.categories().size(); rank++) {
        file(new Filed(place, rank, paper.categories().get(rank)));
      }
    }
    tagged.forEach((topic, hits) -> topics.put(topic, hits.build()));
  }

  private void file(Filed filed) {
    String category = comparable(filed.category());
    categories.computeIfAbsent(category, name -> new ArrayList<>()).add(filed);
    for (int dot = category.indexOf('.'); dot >= 0; dot = category.indexOf('.', dot + 1)) {
      archives.computeIfAbsent(category.substring(0, dot), name -> new ArrayList<>()).add(filed);
    }
  }

  /** The papers that have a topic, with how sure that is. */
  Hits ofTopic(String topic) {
    return topics.getOrDefault(topic, Hits.NONE);
  }

  /** The papers of a category, or of the whole archive that {@code cs.*} or {@code cs} names. */
  List<Filed> ofCategory(String wanted) {
    String name = comparable(wanted);
    boolean whole = name.endsWith(".*") || name.indexOf('.') < 0;
    String archive = name.endsWith(".*") ? name.substring(0, name.length() - 2) : name;
    List<Filed> filed = new ArrayList<>(categories.getOrDefault(archive, List.of()));
    if (whole) {
      filed.addAll(archives.getOrDefault(archive, List.of()));
    }
    return filed;
  }

  private static String comparable(String category) {
    return category.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
  }
}
