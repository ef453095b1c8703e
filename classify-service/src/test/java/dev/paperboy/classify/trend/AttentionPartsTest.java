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

  private static Map<String, Double> of(Attention... seen) {
    return AttentionParts.of(DAY, List.of(seen));
  }

  @Test
  void whatIsExpectedAddsNothing() {
    assertThat(of(votes(4, NOON))).isEmpty();
    assertThat(of(votes(7, NOON.plus(Duration.ofDays(1))))).isEmpty();
    assertThat(AttentionParts.of(DAY, List.of())).isEmpty();
  }

  @Test
  void theSameVotesSayMoreTheEarlierTheyCame() {
    double early = of(votes(40, NOON)).get("votes");
    double late = of(votes(40, NOON.plus(Duration.ofDays(5)))).get("votes");

    // ln(45 / 9.8) / ln 10 and ln(45 / 13.2) / ln 10
    assertThat(early).isCloseTo(0.6620, within(0.0001));
    assertThat(late).isCloseTo(0.5327, within(0.0001));
  }

  @Test
  void noOneSignalIsWorthMoreThanAQuarterOfAllThatAPaperCanHave() {
    Map<String, Double> bought = of(votes(1_000_000_000, NOON));
    double all =
        AttentionParts.weights().values().stream().mapToDouble(w -> w).sum()
            + TrendParts.weights().values().stream().mapToDouble(w -> w).sum();

    assertThat(bought).isEqualTo(Map.of("votes", 1.0));
    assertThat(AttentionParts.weights().values())
        .allSatisfy(weight -> assertThat(weight).isLessThan(all / 4));
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
        .isEqualTo(Map.of("mentions", 0.5));
  }

  @Test
  void whatWasSeenBeforeTheAnnouncementCountsAsItsFirstHours() {
    assertThat(of(votes(40, NOON.minus(Duration.ofDays(3))))).isEqualTo(of(votes(40, NOON)));
  }
}
