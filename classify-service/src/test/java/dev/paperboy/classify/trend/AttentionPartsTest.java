package dev.paperboy.classify.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttentionPartsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

  private static Attention votes(int votes, Instant at) {
    return new Attention("hf-daily", at, votes, null, null, null, null);
  }

  private static final TrendModel.Field USUAL = new TrendModel.Field(0, 0, 1, 1, 1);

  private static Map<String, Double> of(Attention... seen) {
    return AttentionParts.of(DAY, USUAL, List.of(seen));
  }

  @Test
  void nothingSeenAddsNothing() {
    assertThat(of(votes(0, NOON))).isEmpty();
    assertThat(AttentionParts.of(DAY, USUAL, List.of())).isEmpty();
  }

  @Test
  void theSameVotesSayMoreTheEarlierTheyCame() {
    double early = of(votes(40, NOON)).get("votes");
    double late = of(votes(40, NOON.plus(Duration.ofDays(5)))).get("votes");

    // 2.2 ln(1 + 40 / 9.8) / ln 11 and 2.2 ln(1 + 40 / 13.2) / ln 11
    assertThat(early).isCloseTo(1.4915, within(0.0001));
    assertThat(late).isCloseTo(1.2788, within(0.0001));
  }

  @Test
  void whereMoreVotesAreUsualTheSameSayLess() {
    Map<String, Double> usual = of(votes(40, NOON));
    Map<String, Double> busy =
        AttentionParts.of(DAY, new TrendModel.Field(0, 0, 2, 1, 1), List.of(votes(40, NOON)));

    assertThat(busy.get("votes")).isLessThan(usual.get("votes"));
  }

  @Test
  void aFewVotesMoreAreSeenAmongFewAsAmongMany() {
    for (int votes = 1; votes < 90; votes++) {
      assertThat(of(votes(votes, NOON)).get("votes"))
          .isGreaterThan(of(votes(votes - 1, NOON)).getOrDefault("votes", 0.0));
    }
  }

  @Test
  void noOneSignalIsWorthMoreThanHalfOfAllThatAPaperCanHave() {
    Map<String, Double> bought = of(votes(1_000_000_000, NOON));
    double all =
        AttentionParts.weights().values().stream().mapToDouble(w -> w).sum()
            + new TrendParts(TrendModel.committed(), "any")
                .weights().values().stream().mapToDouble(w -> w).sum();

    assertThat(bought).isEqualTo(Map.of("votes", AttentionParts.VOTES_WEIGHT));
    assertThat(AttentionParts.weights().values())
        .allSatisfy(weight -> assertThat(weight).isLessThan(all / 2));
  }

  @Test
  void twoPlacesThatCountTheSameCountOnce() {
    Attention openAlex = new Attention("openalex", NOON, null, null, null, null, 8);
    Attention scholar = new Attention("semantic-scholar", NOON, null, null, null, null, 11);

    assertThat(of(openAlex, scholar)).isEqualTo(of(scholar, openAlex)).isEqualTo(of(scholar));
  }

  @Test
  void pointsElsewhereAreMentionsAndNoVotes() {
    assertThat(of(new Attention("hacker-news", NOON, 45, 30, 1, null, null)))
        .isEqualTo(Map.of("mentions", 0.3841));
  }

  @Test
  void whatWasSeenBeforeTheAnnouncementCountsAsItsFirstHours() {
    assertThat(of(votes(40, NOON.minus(Duration.ofDays(3))))).isEqualTo(of(votes(40, NOON)));
  }
}
