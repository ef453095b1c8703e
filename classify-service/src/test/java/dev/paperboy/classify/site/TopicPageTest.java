package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.topic.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPageTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  @Test
  void everyDayHasABar() {
    DayChart chart = DayChart.of(Map.of(DAY, 4L, DAY.minusDays(2), 1L), DAY.minusDays(2), DAY);
    assertThat(chart.most()).isEqualTo(4);
    assertThat(chart.bars())
        .containsExactly(
            new DayChart.Bar("25.0", "67.5", "150.0", "22.5", "10 May 2026: 1 paper"),
            new DayChart.Bar("225.0", "90.0", "150.0", "0.0", "11 May 2026: 0 papers"),
            new DayChart.Bar("425.0", "0.0", "150.0", "90.0", "12 May 2026: 4 papers"));
  }

  @Test
  void noPapersAreALineOfBars() {
    assertThat(DayChart.of(Map.of(), DAY.minusDays(29), DAY).bars())
        .hasSize(30)
        .allMatch(bar -> bar.height().equals("0.0"));
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
