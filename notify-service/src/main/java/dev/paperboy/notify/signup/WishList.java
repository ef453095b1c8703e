package dev.paperboy.notify.signup;

import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.wording.Wording;
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
  private static final Wording WORDS = Wording.of("signup");

  private WishList() {}

  static List<String> of(Subscriber subscriber, Interests interests, List<Topic> taxonomy) {
    List<String> wishes = new ArrayList<>();
    topics(wishes, interests, taxonomy);
    counted(wishes, "wish.categories", interests.categories().size());
    counted(wishes, "wish.keywords", interests.keywords().size());
    counted(wishes, "wish.about", interests.about().size());
    counted(wishes, "wish.authors", interests.authors().size());
    counted(wishes, "wish.examples", interests.examples().size());
    if (wishes.isEmpty()) {
      wishes.add(WORDS.say("wish.all"));
    }
    counted(wishes, "wish.exclusions", interests.exclusions().size());
    if (interests.minTrend() > 0) {
      wishes.add(WORDS.say("wish.trend", minTrend(interests)));
    }
    wishes.add(
        WORDS.say("wish.most", interests.maxPapers(), ScheduleWords.of(subscriber.schedule())));
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
          WORDS.say(
              "wish.topics",
              interests.topics().stream()
                  .map(id -> names.getOrDefault(id, id))
                  .collect(Collectors.joining(", "))));
    }
  }

  private static void counted(List<String> wishes, String key, int number) {
    if (number > 0) {
      wishes.add(WORDS.count(key, number));
    }
  }
}
