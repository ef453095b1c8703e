package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.classify.topic.CategoryModel.Blend;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import dev.paperboy.classify.topic.CategoryModel.Traits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryModelTest {
  private static final TextFeatures GRAPHS = TextFeatures.of("", "graphs graphs", null);
  private static final TextFeatures OTHER = TextFeatures.of("", "nothing known", null);

  private static final long[] ADA = {AuthorRecords.hash("Ada Specimen")};
  private static final long[] EVE = {AuthorRecords.hash("Eve Specimen")};
  private static final long[] NOBODY = {};
  private static final int[] NO = {};

  /** Two labels: the word «graph» speaks for the first, the vector's first dimension too. */
  static CategoryModel model() {
    SparseHead words =
        SparseHead.of(
            new int[] {slot("graph")},
            new float[] {2},
            new float[][] {{3, -1}},
            new float[] {-1, -2});
    VectorHead vector =
        VectorHead.of(
            new float[][] {{1, 0}, {0, 1}},
            new float[] {0, 0},
            new float[][] {{4, 0}, {0, 4}},
            new float[] {-1, -1});
    AuthorRecords authors =
        AuthorRecords.of(
            List.of(ADA, ADA, ADA, EVE, EVE, EVE),
            List.of(new int[] {1}, new int[] {1}, new int[] {1}, new int[] {0}, new int[] {0}, NO),
            2);
    float[] none = {0, 0};
    float[] half = {0.5f, 0.5f};
    float[] one = {1, 1};
    return new CategoryModel(
        new CategoryModel.Span(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 6, 1)),
        List.of("math.CO", "cs.LG"),
        "some-encoder/8",
        words,
        vector,
        authors,
        List.of(
            new Blend(new float[][] {one}, none, 0.5f, half),
            new Blend(new float[][] {one, one}, none, 0.5f, half),
            new Blend(new float[][] {half, half, {1, 2}}, new float[] {0, 0.25f}, 0.4f, half)));
  }

  private static int slot(String word) {
    return TextFeatures.of("", word, null).slots()[0];
  }

  private static double likelihood(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  @Test
  void aKnownWordMovesTheLikelihoodAndAnUnknownOneDoesNot() {
    CategoryModel model = model();
    assertThat(model.likelihoods(Evidence.WORDS, new Traits(GRAPHS, null, NOBODY)))
        .containsExactly(new double[] {likelihood(-1 + 3), likelihood(-2 - 1)}, within(0.01));
    assertThat(model.likelihoods(Evidence.WORDS, new Traits(OTHER, null, NOBODY)))
        .containsExactly(new double[] {likelihood(-1), likelihood(-2)}, within(1e-6));
  }

  @Test
  void vectorAndAuthorsAreAdded() {
    float[] unit = {0, 1};
    assertThat(model().likelihoods(Evidence.WORDS_AND_VECTOR, new Traits(OTHER, unit, NOBODY))[0])
        .isCloseTo(likelihood(-1 - 1), within(1e-4));
    // Three papers, all of the second label, that half of all papers have: (3w + u/2) / (w + 1/2).
    double trust = Math.sqrt(3);
    double ofAda = Math.log((trust / 0.5 + 0.5) / (trust / 0.5 + 1) / 0.5);
    assertThat(model().likelihoods(Evidence.ALL, new Traits(OTHER, unit, ADA))[1])
        .isCloseTo(likelihood(0.25 + 0.5 * -2 + 0.5 * 3 + 2 * ofAda), within(1e-4));
    assertThat(model().likelihoods(Evidence.ALL, new Traits(OTHER, unit, NOBODY))[1])
        .isCloseTo(likelihood(0.25 + 0.5 * -2 + 0.5 * 3), within(1e-4));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model().write(out);
    CategoryModel read = CategoryModel.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(read.span()).isEqualTo(model().span());
    assertThat(read.labels()).containsExactly("math.CO", "cs.LG");
    assertThat(read.encoder()).isEqualTo("some-encoder/8");
    assertThat(read.blend(Evidence.ALL).threshold()).isEqualTo(0.4f);
    Traits paper = new Traits(GRAPHS, new float[] {0.6f, 0.8f}, ADA);
    assertThat(read.likelihoods(Evidence.ALL, paper))
        .isEqualTo(model().likelihoods(Evidence.ALL, paper));
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> CategoryModel.read(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class);
  }

  @Test
  void titleWordsCountOnceMoreAndPairsAreFeatures() {
    assertThat(TextFeatures.of("Graph", "", null).slots()).hasSize(2);
    assertThat(TextFeatures.of("", "graph theory", null).slots()).hasSize(3);
    assertThat(TextFeatures.of("", "Graphs, graph!", null).slots()).hasSize(2);
  }

  @Test
  void remarksAreFeaturesApartAndNumbersAreNone() {
    assertThat(TextFeatures.of("", "", "12 pages, at ICRA").slots()).hasSize(3);
    assertThat(TextFeatures.of("", "icra", "ICRA").slots()).hasSize(2);
  }
}
