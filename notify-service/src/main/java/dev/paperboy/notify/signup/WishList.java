package dev.paperboy.notify.signup;

import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was asked for, to whoever is to confirm it. Names of ours only: what somebody else typed is
 * counted, not shown.
 */
final class WishList {
  private WishList() {}

  static List<String> of(Subscriber subscriber, Interests interests, List<Topic> taxonomy) {
    List<String> wishes = new ArrayList<>();
    topics(wishes, interests, taxonomy);
    counted(wishes, interests.categories().size(), "category", "categories");
    counted(wishes, interests.keywords().size(), "line of keywords", "lines of keywords");
    counted(wishes, interests.about().size(), "description", "descriptions");
    counted(wishes, interests.authors().size(), "author", "authors");
    counted(wishes, interests.examples().size(), "example paper", "example papers");
    if (wishes.isEmpty()) {
      wishes.add("What trends, in all fields");
    }
    counted(wishes, interests.exclusions().size(), "exclusion", "exclusions");
    if (interests.minTrend() > 0) {
      wishes.add(
          String.format(
              Locale.ROOT, "Only papers with a trend of %s or more", minTrend(interests)));
    }
    wishes.add(
        String.format(
            Locale.ROOT,
            "At most %d papers %s",
            interests.maxPapers(),
            ScheduleWords.of(subscriber.schedule())));
    return wishes;
  }

  private static String minTrend(Interests interests) {
    return String.format(Locale.ROOT, "%.2f", interests.minTrend());
  }

  private static void topics(List<String> wishes, Interests interests, List<Topic> taxonomy) {
    if (!interests.topics().isEmpty()) {
      Map<String, String> names =
          taxonomy.stream().collect(Collectors.toMap(Topic::id, Topic::name));
      wishes.add(
          "Topics: "
              + interests.topics().stream()
                  .map(id -> names.getOrDefault(id, id))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static void counted(List<String> wishes, int number, String one, String several) {
    if (number > 0) {
      wishes.add(number + " " + (number == 1 ? one : several));
    }
  }
}
