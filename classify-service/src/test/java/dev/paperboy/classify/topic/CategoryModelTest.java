package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.classify.topic.CategoryModel.Blend;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryModelTest {
  private static final TextFeatures GRAPHS = TextFeatures.of("", "graphs graphs");
  private static final TextFeatures OTHER = TextFeatures.of("", "nothing known");

  /** Two labels: the word «graph» speaks for the first, the vector's first dimension too. */
  private static CategoryModel model() {
    SparseHead words =
        SparseHead.of(
            new int[] {slot("graph")},
            new float[] {2},
            new float[][] {{3, -1}},
            new float[] {-1, -2});
    LinearHead vector = LinearHead.of(new float[][] {{4, 0}, {0, 4}}, new float[] {-1, -1});
    float[] none = {0, 0};
    float[] half = {0.5f, 0.5f};
    return new CategoryModel(
        List.of("math.CO", "cs.LG"),
        "some-encoder/8",
        words,
        vector,
        List.of(
            new Blend(1, 0, 0, none, 0.5f, half),
            new Blend(1, 1, 0, none, 0.5f, half),
            new Blend(0.5f, 0.5f, 1, new float[] {0, 0.25f}, 0.4f, half)));
  }

  private static int slot(String word) {
    return TextFeatures.of("", word).slots()[0];
  }

  private static double likelihood(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  @Test
  void aKnownWordMovesTheLikelihoodAndAnUnknownOneDoesNot() {
    CategoryModel model = model();
    assertThat(model.likelihoods(Evidence.WORDS, GRAPHS, null, null))
        .containsExactly(new double[] {likelihood(-1 + 3), likelihood(-2 - 1)}, within(0.01));
    assertThat(model.likelihoods(Evidence.WORDS, OTHER, null, null))
        .containsExactly(new double[] {likelihood(-1), likelihood(-2)}, within(1e-6));
  }

  @Test
  void vectorAndNeighboursAreAdded() {
    float[] unit = {0, 1};
    double[] shares = {0, 1};
    assertThat(model().likelihoods(Evidence.ALL, OTHER, unit, shares)[1])
        .isCloseTo(
            likelihood(0.25 + 0.5 * -2 + 0.5 * 3 + CategoryModel.shareOdds(1)), within(1e-4));
    assertThat(model().likelihoods(Evidence.WORDS_AND_VECTOR, OTHER, unit, null)[0])
        .isCloseTo(likelihood(-1 - 1), within(1e-4));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model().write(out);
    CategoryModel read = CategoryModel.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(read.labels()).containsExactly("math.CO", "cs.LG");
    assertThat(read.encoder()).isEqualTo("some-encoder/8");
    assertThat(read.blend(Evidence.ALL).threshold()).isEqualTo(0.4f);
    float[] unit = {0.6f, 0.8f};
    double[] shares = {0.2, 0.9};
    assertThat(read.likelihoods(Evidence.ALL, GRAPHS, unit, shares))
        .isEqualTo(model().likelihoods(Evidence.ALL, GRAPHS, unit, shares));
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> CategoryModel.read(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nearerNeighboursCountMore() {
    double[] shares = NeighbourShares.of(new double[] {0.9, 0.7}, new int[][] {{0}, {0, 1}}, 3);
    assertThat(shares[0]).isCloseTo(1, within(1e-9));
    assertThat(shares[1]).isBetween(0.01, 0.03);
    assertThat(shares[2]).isZero();
  }

  @Test
  void titleWordsCountOnceMoreAndPairsAreFeatures() {
    assertThat(TextFeatures.of("Graph", "").slots()).hasSize(2);
    assertThat(TextFeatures.of("", "graph theory").slots()).hasSize(3);
    assertThat(TextFeatures.of("", "Graphs, graph!").slots()).hasSize(2);
  }
}
