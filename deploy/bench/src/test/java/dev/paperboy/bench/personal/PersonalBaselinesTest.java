package dev.paperboy.bench.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.classify.topic.TextFeatures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formulas that personal ranking is compared with. */
class PersonalBaselinesTest {
  private static TextFeatures text(String words) {
    return TextFeatures.of("", words, null);
  }

  private static List<TextFeatures> texts() {
    List<TextFeatures> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      texts.add(text("robots grasp things"));
      texts.add(text("galaxies form stars"));
      texts.add(text("galaxies form planets"));
    }
    return texts;
  }

  @Test
  void aRowHasLengthOneAndRareWordsWeighMore() {
    TfIdf tfIdf = new TfIdf(texts());
    TfIdf.Row row = tfIdf.row(text("galaxies robots"));
    double squares = 0;
    for (float weight : row.weights()) {
      squares += weight * weight;
    }

    assertThat(squares).isCloseTo(1, within(1e-5));
    assertThat(row.weights()).hasSize(2);
    assertThat(row.dot(dense(tfIdf, "robots")))
        .isGreaterThan(row.dot(dense(tfIdf, "galaxies")))
        .isPositive();
  }

  @Test
  void aWordOfTwoTextsIsLeftOut() {
    List<TextFeatures> texts = texts();
    texts.add(text("unheard"));
    texts.add(text("unheard"));

    assertThat(new TfIdf(texts).row(text("unheard")).columns()).isEmpty();
  }

  @Test
  void theSupportVectorMachineTellsTheFewFromTheMany() {
    TfIdf tfIdf = new TfIdf(texts());
    List<TfIdf.Row> others =
        texts().stream()
            .map(tfIdf::row)
            .filter(row -> row.dot(dense(tfIdf, "robots")) == 0)
            .toList();

    float[] weights =
        LinearSvm.train(
            List.of(tfIdf.row(text("robots grasp")), tfIdf.row(text("grasp things"))),
            others,
            tfIdf.size());

    assertThat(others).hasSize(40);
    assertThat(tfIdf.row(text("robots grasp things")).dot(weights)).isPositive();
    assertThat(tfIdf.row(text("galaxies form stars")).dot(weights)).isNegative();
  }

  private static float[] dense(TfIdf tfIdf, String word) {
    float[] dense = new float[tfIdf.size()];
    tfIdf.row(text(word)).addTo(dense, 1);
    return dense;
  }
}
