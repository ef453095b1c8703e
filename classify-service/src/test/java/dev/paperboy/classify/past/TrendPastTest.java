package dev.paperboy.classify.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.trend.Attention;
import dev.paperboy.classify.trend.AttentionParts;
import dev.paperboy.classify.trend.TrendModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrendPastTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);
  private static final TrendModel.Field USUAL = new TrendModel.Field(0, 0, 1, 3, 1);

  private static Attention votes(LocalDate day, int votes) {
    return new Attention(
        "hf-daily", Instant.parse(day + "T12:00:00Z"), votes, null, null, null, null);
  }

  @Test
  void aDayKnowsWhatHadBeenSeenByItsEnd() {
    LocalDate wednesday = MONDAY.plusDays(2);
    SortedMap<LocalDate, List<Attention>> seen = new TreeMap<>();
    seen.put(MONDAY.plusDays(1), List.of(votes(MONDAY.plusDays(1), 40)));
    double votes = AttentionParts.of(MONDAY, USUAL, seen.get(MONDAY.plusDays(1))).get("votes");

    SortedMap<LocalDate, Double> scores =
        TrendPast.of(Map.of("text", 0.5, "votes", 9.0), USUAL, MONDAY, wednesday, seen);

    // Less than four times what else speaks for the paper, so that nothing is cut
    assertThat(votes).isLessThan(2);
    assertThat(scores).containsOnlyKeys(MONDAY, MONDAY.plusDays(1), wednesday);
    assertThat(scores.get(MONDAY)).isEqualTo(0.5);
    assertThat(scores.get(MONDAY.plusDays(1))).isEqualTo((0.5 + votes) * Math.pow(0.5, 1 / 3.0));
    assertThat(scores.get(wednesday)).isEqualTo((0.5 + votes) * Math.pow(0.5, 2 / 3.0));
  }

  @Test
  void theFirstDaysAreDrawn() {
    assertThat(
            TrendPast.of(Map.of("text", 1.0), USUAL, MONDAY, MONDAY.plusYears(1), new TreeMap<>()))
        .hasSize(TrendPast.DAYS)
        .containsKey(MONDAY);
  }
}
