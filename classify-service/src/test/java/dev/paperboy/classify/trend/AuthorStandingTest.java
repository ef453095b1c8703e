package dev.paperboy.classify.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorStandingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final long ANN = 1;
  private static final long BEN = 2;

  private static AuthorStanding.Placed placed(int daysBefore, double place, long... authors) {
    return new AuthorStanding.Placed(DAY.minusDays(daysBefore), authors, place);
  }

  private static AuthorStanding.Strength of(AuthorStanding standing, long... authors) {
    return standing.of(authors, DAY, AuthorStanding.NONE);
  }

  @Test
  void nobodyKnownIsNothing() {
    assertThat(of(AuthorStanding.NONE, ANN, BEN)).isEqualTo(new AuthorStanding.Strength(0, 0, 0));
    assertThat(of(AuthorStanding.NONE)).isEqualTo(new AuthorStanding.Strength(0, 0, 0));
  }

  @Test
  void strengthIsAsDefined() {
    AuthorStanding standing =
        AuthorStanding.of(List.of(placed(9, 1, ANN, BEN), placed(8, 0.5, ANN)));
    AuthorStanding.Strength strength = of(standing, ANN, BEN, 3);

    assertThat(strength.known()).isCloseTo(Math.log(1 + 1.5 / 3 + 1.0 / 2), within(1e-12));
    assertThat(strength.leading()).isCloseTo((0.5 / 6 + 0.5 / 5) / 3, within(1e-12));
    assertThat(strength.all()).isCloseTo((0.5 / 6 + 0.5 / 5) / 3, within(1e-12));
  }

  @Test
  void votesThatHadNotSettledAreNotKnown() {
    AuthorStanding standing =
        AuthorStanding.of(
            List.of(placed(3, 1, ANN), placed(2, 1, ANN), placed(1, 1, ANN), placed(0, 1, ANN)));

    assertThat(of(standing, ANN))
        .isEqualTo(of(AuthorStanding.of(List.of(placed(3, 1, ANN), placed(2, 1, ANN))), ANN));
  }

  @Test
  void twoStandingsAddUp() {
    AuthorStanding one = AuthorStanding.of(List.of(placed(9, 1, ANN)));
    AuthorStanding other = AuthorStanding.of(List.of(placed(8, 0.25, ANN)));
    AuthorStanding both = AuthorStanding.of(List.of(placed(9, 1, ANN), placed(8, 0.25, ANN)));

    assertThat(one.of(new long[] {ANN}, DAY, other)).isEqualTo(of(both, ANN));
  }

  @Test
  void anAuthorNamedTwiceCountsOnce() {
    AuthorStanding standing = AuthorStanding.of(List.of(placed(9, 1, ANN, ANN)));

    assertThat(of(standing, ANN, ANN)).isEqualTo(of(standing, ANN));
    assertThat(of(standing, ANN).known()).isCloseTo(Math.log(1.5), within(1e-12));
  }

  @Test
  void whoFaresBelowTheMiddleIsKnownAndNotPraised() {
    AuthorStanding.Strength strength =
        of(AuthorStanding.of(List.of(placed(9, 0.1, ANN), placed(8, 0.2, ANN))), ANN);

    assertThat(strength.known()).isPositive();
    assertThat(strength.leading()).isNegative();
  }
}
