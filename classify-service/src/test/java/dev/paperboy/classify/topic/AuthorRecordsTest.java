package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorRecordsTest {
  private static final long ADA = AuthorRecords.hash("Ada Specimen");
  private static final long EVE = AuthorRecords.hash("Eve Specimen");
  private static final long BOB = AuthorRecords.hash("Bob Specimen");

  /** Ada wrote three papers of label 0, Eve two of label 1 and one of both, Bob two. */
  private static AuthorRecords records() {
    return AuthorRecords.of(
        List.of(
            new long[] {ADA, ADA},
            new long[] {ADA},
            new long[] {ADA, BOB},
            new long[] {EVE},
            new long[] {EVE},
            new long[] {EVE, BOB}),
        List.of(
            new int[] {0},
            new int[] {0},
            new int[] {0},
            new int[] {1},
            new int[] {1},
            new int[] {0, 1}),
        2);
  }

  @Test
  void onlyPeopleOfThreePapersHaveARecord() {
    assertThat(records().size()).isEqualTo(2);
    assertThat(records().odds(new long[] {BOB})).containsExactly(0, 0);
  }

  @Test
  void aRecordSpeaksForWhatItsAuthorWroteAboutAndAgainstTheRest() {
    double[] odds = records().odds(new long[] {ADA});
    assertThat(odds[0]).isPositive();
    assertThat(odds[1]).isNegative();
    assertThat(records().odds(new long[] {EVE})[1]).isPositive();
  }

  @Test
  void aNameTwiceOnAPaperCountsOnce() {
    assertThat(records().odds(new long[] {ADA, ADA})).isEqualTo(records().odds(new long[] {ADA}));
  }

  @Test
  void aNameIsTheSameInAnySpelling() {
    assertThat(AuthorRecords.hash("Zoë  O'Specimen"))
        .isEqualTo(AuthorRecords.hash("ZOE O-SPECIMEN"));
    assertThat(AuthorRecords.hash("Zo{\\\"e} Specimen"))
        .isEqualTo(AuthorRecords.hash("Zoë Specimen"));
    assertThat(AuthorRecords.hash("Ada Specimen"))
        .isNotEqualTo(AuthorRecords.hash("Ada Specimens"));
  }
}
