package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.search.TrendWindow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendingViewTest {
  @ParameterizedTest
  @CsvSource({"day, DAY", "week, WEEK", "month, MONTH", "WEEK, DAY", "year, DAY", ", DAY"})
  void readsTheWindow(String text, TrendWindow window) {
    assertThat(TrendWindow.named(text)).isEqualTo(window);
  }

  @Test
  void tabsKeepTheField() {
    TrendingView view =
        new TrendingView(
            "",
            TrendWindow.WEEK,
            "cs",
            List.of(),
            List.of(),
            List.of(),
            new Pages("", null, null),
            null);
    assertThat(view.windows())
        .containsExactly(
            new TrendingView.Choice("day", "Day", "/?field=cs", false),
            new TrendingView.Choice("week", "Week", "/?window=week&field=cs", true),
            new TrendingView.Choice("month", "Month", "/?window=month&field=cs", false));
  }

  @Test
  void anEmptyIndexIsNoQuietDay() {
    assertThat(view(List.of()).nothingRead()).isTrue();
    assertThat(view(List.of(TrendingView.fieldChoice("cs", null))).nothingRead()).isFalse();
  }

  private static TrendingView view(List<TrendingView.Choice> fields) {
    return new TrendingView(
        "", TrendWindow.DAY, null, fields, List.of(), List.of(), new Pages("", null, null), null);
  }

  @Test
  void addressesAreEncoded() {
    assertThat(Link.to("/search").with("q", "a&b \"c\"").with("page", null).toString())
        .isEqualTo("/search?q=a%26b+%22c%22");
  }

  @Test
  void theDateTellsWhenThePapersAreOlder() {
    LocalDate sunday = LocalDate.of(2026, 5, 17);
    assertThat(ReadableDate.upTo(sunday, sunday)).isEqualTo("Sunday 17 May 2026");
    assertThat(ReadableDate.upTo(sunday, null)).isEqualTo("Sunday 17 May 2026");
    assertThat(ReadableDate.upTo(sunday, LocalDate.of(2026, 5, 15)))
        .isEqualTo("Sunday 17 May 2026, newest papers of 15 May 2026");
  }
}
