package dev.paperboy.ingest.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTextTest {
  @Test
  void aLineIsComposedAndHasSingleSpaces() {
    assertThat(PaperText.line("  Poincare\u0301\n  maps\u0000\tagain "))
        .isEqualTo("Poincaré maps again");
  }

  /** The plain definition, which is too slow for every text of every record. */
  @Test
  void anyLineIsWhatNormaliserAndPatternSay() {
    Random random = new Random(20_261_123);
    String letters =
        "aZé\u0301\u0308\u2126\u00a0\u2003\ud835\udc00 \t\n\r\u000b\u007f\u0000\u0085,.";
    for (int round = 0; round < 20_000; round++) {
      String text =
          random
              .ints(random.nextInt(12), 0, letters.length())
              .mapToObj(i -> letters.substring(i, i + 1))
              .collect(Collectors.joining());
      assertThat(PaperText.line(text))
          .isEqualTo(
              Normalizer.normalize(text, Normalizer.Form.NFC)
                  .replaceAll("[\\s\\p{Cntrl}]+", " ")
                  .strip());
    }
  }

  @Test
  void authorsAreSplitAtCommasAndAnd() {
    assertThat(PaperText.authors("A. Smith, B. Jones and C. Wu"))
        .isEqualTo(List.of("A. Smith", "B. Jones", "C. Wu"));
  }

  @Test
  void affiliationsAreLeftOut() {
    assertThat(PaperText.authors("A. Smith (1), B. Jones (Dept. of X (Y), Z), C. Wu"))
        .isEqualTo(List.of("A. Smith", "B. Jones", "C. Wu"));
  }

  @Test
  void andInsideANameIsNoSeparator() {
    assertThat(PaperText.authors("Alexander Anderson and Sandra Brand"))
        .isEqualTo(List.of("Alexander Anderson", "Sandra Brand"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This paper has been withdrawn by the authors.",
        "The article is withdrawn due to an error in Lemma 3.",
        "Withdrawn: the proof has a gap.",
      })
  void noticesOfWithdrawalAreRecognised(String abstractText) {
    assertThat(PaperText.saysWithdrawn(abstractText, null)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "We study why participants withdrawn from trials return., 12 pages",
    "Cash withdrawn from banks is modelled., ",
  })
  void papersAboutWithdrawingAreNot(String abstractText, String comments) {
    assertThat(PaperText.saysWithdrawn(abstractText, comments)).isFalse();
  }
}
