package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.query.PaperQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowAnswersTest {
  private static final List<String> WORDS =
      List.of("robot", "graph", "deep", "sets", "learning", "rare", "light", "sound");

  private final WindowPapers window = new WindowPapers(papers(), Specimens.TOPICS, Specimens.DAY);

  private static List<TrendingPaper> papers() {
    Random random = new Random(5);
    return IntStream.range(0, 80)
        .mapToObj(i -> Specimens.paper(i, text(random, 4), text(random, 12), "cs.IR"))
        .toList();
  }

  private static String text(Random random, int words) {
    return random
        .ints(words, 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "robot",
        "robot graph",
        "robot graph -deep",
        "-deep",
        "-deep -sets",
        "-(deep sets)",
        "\"deep sets\" OR \"graph learning\"",
        "\"deep sets\" OR -robot",
        "robot (graph OR sound) -(rare light)",
        "title:robot graph",
        "robot cat:cs.IR",
        "robot since:2026-05-12 OR rare",
        "(deep OR sets) (robot OR light -sound)",
        "zebra robot",
        "zebra OR robot",
        ""
      })
  void partsComeToWhatTheIndexSaysOfTheWhole(String text) {
    PaperQuery query = PaperQuery.parse(text);
    for (int again = 0; again < 2; again++) {
      Hits parts = window.ask(query);
      Hits whole = window.find(query);
      assertThat(parts.places()).containsExactly(whole.places());
      assertThat(parts.scores()).containsExactly(whole.scores(), within(1e-4));
    }
  }

  @Test
  void asksForEachPartOnce() {
    List<String> asked = new ArrayList<>();
    WindowAnswers answers =
        new WindowAnswers(
            query -> {
              asked.add(query.canonical());
              return window.find(query);
            });

    answers.of(PaperQuery.parse("robot graph"));
    answers.of(PaperQuery.parse("graph -robot"));
    answers.of(PaperQuery.parse("robot OR sound"));

    assertThat(asked).containsExactlyInAnyOrder("robot", "graph", "sound");
  }
}
