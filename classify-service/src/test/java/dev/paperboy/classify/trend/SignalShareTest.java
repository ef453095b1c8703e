package dev.paperboy.classify.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.events.TrendScore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalShareTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");
  private static final TrendModel.Field USUAL = new TrendModel.Field(0, 0, 1, 3, 1);
  private static final Map<String, Double> OWN = Map.of("team", 0.08, "text", 0.04);

  private static Map<String, Double> capped(Map<String, Double> own, Attention... seen) {
    return SignalShare.capped(own, AttentionParts.of(DAY, USUAL, List.of(seen)));
  }

  private static Attention votes(int votes) {
    return new Attention("hf-daily", NOON, votes, null, null, null, null);
  }

  private static double score(Map<String, Double> own, Map<String, Double> attention) {
    Map<String, Double> parts = new HashMap<>(own);
    parts.putAll(attention);
    return TrendScore.at(parts, DAY, DAY);
  }

  @Test
  void aMillionVotesAtOnePlaceAreNoMoreThanTheirShare() {
    Map<String, Double> parts = capped(OWN, votes(1_000_000));

    assertThat(parts).containsOnlyKeys("votes");
    assertThat(parts.get("votes")).isCloseTo(4 * 0.12, within(0.0001));
    assertThat(parts.get("votes") / score(OWN, parts)).isLessThanOrEqualTo(SignalShare.MOST);
  }

  @Test
  void aMillionVotesCarryAPaperNoFurtherThanAHundred() {
    assertThat(capped(OWN, votes(1_000_000))).isEqualTo(capped(OWN, votes(100)));
  }

  @Test
  void votesAloneAreNothing() {
    assertThat(capped(Map.of(), votes(1_000_000))).isEmpty();
  }

  @Test
  void votesThatMuchElseSpeaksForCountInFull() {
    Map<String, Double> own = Map.of("text", 0.3, "authors", 0.4, "team", 0.15);

    assertThat(capped(own, votes(1_000_000)))
        .isEqualTo(Map.of("votes", AttentionParts.VOTES_WEIGHT));
  }

  @Test
  void whatSeveralPlacesSayCountsMoreThanWhatOneSays() {
    Map<String, Double> one = capped(OWN, votes(1_000_000));
    Map<String, Double> several =
        capped(
            OWN,
            new Attention("hf-daily", NOON, 1_000_000, 900, null, 5_000, null),
            new Attention("hacker-news", NOON, 800, 300, 1, null, null),
            new Attention("openalex", NOON, null, null, null, null, 90));

    // All but the votes: 0.12 + 0.2 + 0.4 + 0.4 + 0.4, of which four times is more than 2.2.
    assertThat(several)
        .containsEntry("votes", AttentionParts.VOTES_WEIGHT)
        .containsEntry("stars", 0.4)
        .containsEntry("mentions", 0.4);
    assertThat(score(OWN, several)).isGreaterThan(5 * score(OWN, one));
  }

  @Test
  void noSignalIsAboveItsShareWhateverIsSeen() {
    Random random = new Random(32);
    for (int i = 0; i < 2_000; i++) {
      Map<String, Double> own = Map.of("team", random.nextInt(2_000) / 1e4);
      List<Attention> seen = new ArrayList<>();
      for (String source : List.of("hf-daily", "hacker-news", "openalex")) {
        seen.add(
            new Attention(
                source,
                NOON,
                random.nextInt(10_000),
                random.nextInt(3),
                null,
                random.nextBoolean() ? null : random.nextInt(1 << 20),
                random.nextBoolean() ? null : random.nextInt(50)));
      }
      Map<String, Double> parts = capped(own, seen.toArray(Attention[]::new));
      double score = score(own, parts);
      assertThat(parts.values())
          .allSatisfy(
              part -> assertThat(part).isLessThanOrEqualTo(SignalShare.MOST * score + 1e-9));
    }
  }

  @Test
  void aShareIsAtLeastAHalf() {
    assertThatThrownBy(() -> SignalShare.capped(OWN, Map.of("votes", 1.0), 0.4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SignalShare.capped(OWN, Map.of("votes", 1.0), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
