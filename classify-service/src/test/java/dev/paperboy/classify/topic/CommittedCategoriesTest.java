package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import dev.paperboy.classify.topic.CategoryModel.Traits;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weights that come with the program. */
class CommittedCategoriesTest {
  private static final CategoryModel MODEL = CategoryModel.committed();

  @Test
  void theyAreForTheVectorsOfOurEncoder() {
    assertThat(MODEL.encoder()).isEqualTo(BgeSmallEncoder.ID);
    assertThat(MODEL.labels()).contains("cs.LG", "math.CO", "astro-ph.GA", "q-bio.NC");
    assertThat(MODEL.span().trainedUntil()).isBefore(MODEL.span().tunedBefore());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dark matter halos of dwarf galaxies in cosmological simulations | astro-ph.GA",
        "Chromatic number of planar graphs and a conjecture on colourings | math.CO",
        "Image segmentation and object detection with vision transformers | cs.CV",
        "Superconducting qubits: quantum error correction with surface codes | quant-ph",
      })
  void wordsAloneFindThePlainCases(String title, String category) {
    double[] likely =
        MODEL.likelihoods(
            Evidence.WORDS, new Traits(TextFeatures.of(title, title, null), null, new long[0]));
    int best =
        IntStream.range(0, likely.length)
            .reduce((one, other) -> likely[one] >= likely[other] ? one : other)
            .orElseThrow();
    assertThat(MODEL.labels().get(best)).isEqualTo(category);
  }
}
