package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.PaperCards;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.trend.TopicCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPageTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  @Test
  void everyWeekHasABarAndWhatIsExpected() {
    TopicCounts counts = new TopicCounts();
    for (int week = 0; week < 13; week++) {
      counts.add(DAY.minusDays(7L * week), TopicCounts.ALL, 100);
      counts.add(DAY.minusDays(7L * week), "black-holes", week == 0 ? 8 : 1);
    }
    BurstChart chart = BurstChart.of(counts, "black-holes", DAY);
    assertThat(chart.weeks()).hasSize(13);
    assertThat(chart.weeks().stream().filter(BurstChart.Week::now)).hasSize(1);
    // 13 of 1,201 papers in the base make 1.1 of 100.
    assertThat(chart.weeks().getLast())
        .isEqualTo(
            new BurstChart.Week(
                "559.6",
                "0.0",
                "34.6",
                "90.0",
                "77.8",
                true,
                "Week to 12 May 2026: 8 papers, 1.1 expected"));
    assertThat(chart.words()).isEqualTo("8 papers, 1.1 expected");
  }

  @Test
  void noPapersAreALineOfBars() {
    assertThat(BurstChart.of(new TopicCounts(), "black-holes", DAY).weeks())
        .hasSize(13)
        .allMatch(week -> week.height().equals("0.0"));
  }

  @Test
  void leadingAuthorsHaveSeveralPapers() {
    PaperCard weak = with(PaperCards.of("arxiv:2605.1", "A", List.of("Ada", "Bo", "Bo"), ""), 0.1);
    PaperCard strong = with(PaperCards.of("arxiv:2605.2", "B", List.of("Cy", "Ada"), ""), 0.9);
    PaperCard last = with(PaperCards.of("arxiv:2605.3", "C", List.of("Cy", "Di", "Bo"), ""), 0.3);
    assertThat(LeadingAuthors.of(List.of(weak, strong, last), 2))
        .containsExactly(
            new LeadingAuthors.Leading("Cy", "/authors/Cy", "2 papers"),
            new LeadingAuthors.Leading("Ada", "/authors/Ada", "2 papers"));
  }

  private static PaperCard with(PaperCard card, double trend) {
    return PaperCards.with(card, List.of(), Map.of(), trend, false, false);
  }

  @ParameterizedTest
  @CsvSource({
    "3.04, 500, Hot now",
    "2, 500, Hot now",
    "1.9, 500, As usual",
    "-2.5, 500, Quiet now",
    "9, 499, Too little",
  })
  void saysHowItStands(double z, long basePapers, String beginning) {
    assertThat(TopicPage.heat(z, basePapers)).startsWith(beginning);
  }

  @Test
  void theQueryIsTheTopics() {
    assertThat(TopicPage.query(new Topic("black-holes", "Black holes", "", "f", List.of(), null)))
        .isEqualTo("topic:black-holes");
  }
}
