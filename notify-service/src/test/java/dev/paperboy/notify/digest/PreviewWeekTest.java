package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.shelf.ShelvedPaper.Tag;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.subscriber.Interests;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PreviewWeekTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 5, 12);
  private static final ReaderFilter FILTER =
      new ReaderFilter(
          null, "", Interests.builder().topics(List.of("robots")).maxPapers(3).build());

  private static TrendingPaper paper(int number, LocalDate day, double confidence) {
    return Specimens.on(Specimens.tagged(number, new Tag("robots", confidence)), day);
  }

  private static PreviewWeek.Day day(LocalDate day, TrendingPaper... papers) {
    return new PreviewWeek.Day(
        day,
        new WindowPapers(List.of(papers), Specimens.TOPICS, day),
        new ShelfState.Go(null, day));
  }

  private static List<String> sent(UnaryOperator<Edition> fitting) {
    PreviewWeek week =
        new PreviewWeek(
            List.of(
                day(MONDAY, paper(1, MONDAY, 0.9), paper(2, MONDAY, 0.8), paper(3, MONDAY, 0.7)),
                day(TUESDAY, paper(4, TUESDAY, 0.75))),
            new ShelfState(new TreeMap<>(Map.of(MONDAY, 3L, TUESDAY, 1L)), List.of(), null, false)
                .asItIs(),
            Specimens.TOPICS);
    return week
        .editions(new Selection(new Matcher(0.5)), List.of(FILTER), Map.of(), fitting)
        .stream()
        .map(
            edition ->
                edition.papers()
                    + ": "
                    + edition.sent().stream()
                        .map(match -> match.paper().paper().id().local().substring(9))
                        .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void aDayLooksAtItsOwnPapers() {
    assertThat(sent(edition -> edition)).containsExactly("3: 1 2 3", "1: 4");
  }

  @Test
  void whatHadNoRoomIsInTheNextDigest() {
    // Room for one paper on Monday: as a digest looks again at the dates of what was cut, so does
    // the preview.
    assertThat(sent(edition -> edition.day().equals(MONDAY) ? edition.smaller(4) : edition))
        .containsExactly("3: 1", "3: 2 4 3");
  }
}
