package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final String TEXT =
      "We study robots. They walk. Sentence encoders help them talk. Rain does not matter."
          + " An encoder is small.";

  @Test
  void theSentencesThatSayMostAreTakenInTheirOrder() {
    assertThat(Excerpt.of(TEXT, List.of("\"sentence encoder\"")))
        .isEqualTo("Sentence encoders help them talk. … An encoder is small.");
  }

  @Test
  void withoutAHitTheFirstTwoAreTaken() {
    assertThat(Excerpt.of(TEXT, List.of("galaxies"))).isEqualTo("We study robots. They walk.");
  }

  @Test
  void shortTextsAreWholeAndLongOnesEndWithDots() {
    assertThat(Excerpt.of("One sentence.", List.of())).isEqualTo("One sentence.");
    assertThat(Excerpt.of("", List.of())).isEmpty();
    String cut = Excerpt.of("word ".repeat(500), List.of());
    assertThat(cut).hasSizeLessThanOrEqualTo(Excerpt.LONGEST + 1).endsWith("word…");
  }

  @Test
  void aCharacterIsNeverCutInHalf() {
    String cut = Excerpt.shortened("𝔸".repeat(100), 50);

    assertThat(cut.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
  }

  @Test
  void abbreviationsEndNoSentence() {
    assertThat(
            Excerpt.of(
                "We follow Specimen et al. Their work is good. Robots walk. It rains.",
                List.of("follow", "robots")))
        .isEqualTo("We follow Specimen et al. Their work is good. Robots walk.");
  }
}
