package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.paperboy.classify.past.Change;
import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.trend.Attention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PaperPastTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

  @Test
  void whatChangedIsTold() {
    assertThat(
            VersionNote.of(
                DAY,
                List.of(
                    new Change(DAY, "new", 1, List.of()),
                    new Change(DAY.plusDays(2), "replaced", 2, List.of("title", "abstract")),
                    new Change(DAY.plusDays(3), "cross", 2, List.of("categories")),
                    new Change(DAY.plusDays(9), "withdrawn", 3, List.of()))))
        .extracting(VersionNote::dateInWords, VersionNote::words)
        .containsExactly(
            tuple("12 May 2026", "Announced, version 1"),
            tuple("14 May 2026", "Replaced by version 2; changed: title, abstract"),
            tuple("15 May 2026", "Listed in more categories; changed: categories"),
            tuple("21 May 2026", "Withdrawn by its authors"));
  }

  @Test
  void aFirstDayThatWasNotSeenIsKnown() {
    assertThat(VersionNote.of(DAY, List.of(new Change(DAY.plusDays(2), "replaced", 2, List.of()))))
        .extracting(VersionNote::words)
        .containsExactly("Announced", "Replaced by version 2");
  }

  @Test
  void placesSayWhatTheyHave() {
    assertThat(
            Talk.of(
                List.of(
                    new Discussion(
                        new Attention("hf-daily", NOON, 1, 1_412, null, null, null),
                        "https://huggingface.co/papers/2605.1",
                        null),
                    new Discussion(
                        new Attention("github", NOON, null, null, null, 12, null),
                        null,
                        "https://github.com/a/b"),
                    new Discussion(
                        new Attention("openalex", NOON, null, null, null, null, 0), null, null))))
        .containsExactly(
            new Talk(
                "Hugging Face", "https://huggingface.co/papers/2605.1", "1 vote, 1,412 comments"),
            new Talk("GitHub", "https://github.com/a/b", "12 stars"));
  }

  @Test
  void readersAreLedToThePlaceOnly() {
    Attention votes = new Attention("hf-daily", NOON, 7, null, null, null, null);
    for (String url :
        List.of(
            "https://evil.example/huggingface.co",
            "https://huggingface.co.evil.example/",
            "http://huggingface.co/papers/1",
            "https://huggingface.co@evil.example/",
            "javascript:alert(1)")) {
      assertThat(Talk.of(List.of(new Discussion(votes, url, null))))
          .as(url)
          .containsExactly(new Talk("Hugging Face", null, "7 votes"));
    }
  }

  @Test
  void aTrendOfSeveralDaysIsDrawn() {
    Sparkline line =
        Sparkline.of(new TreeMap<>(Map.of(DAY, 0.5, DAY.plusDays(1), 1.0, DAY.plusDays(2), 0.25)));
    assertThat(line.line()).isEqualTo("4.0,28.0 150.0,4.0 296.0,40.0");
    assertThat(line.words())
        .isEqualTo(
            "Trend by day: 0.50 on 12 May 2026, highest 1.00 on 13 May 2026, 0.25 on 14 May 2026");
    assertThat(line.days().getLast())
        .isEqualTo(new Sparkline.Day("296.0", "40.0", "14 May 2026: 0.25"));
  }

  @Test
  void oneDayIsNoLine() {
    assertThat(Sparkline.of(new TreeMap<>(Map.of(DAY, 0.5)))).isNull();
    assertThat(Sparkline.of(new TreeMap<>(Map.of(DAY, 0.0, DAY.plusDays(1), 0.0)))).isNull();
  }
}
