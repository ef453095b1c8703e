package dev.paperboy.bench.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.bench.Progress;
import dev.paperboy.bench.topics.Paper;
import dev.paperboy.bench.topics.Rows;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.topic.TextFeatures;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.ListPlaces;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTrainingTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int LIST = 10;
  private static final int DIMENSIONS = 8;

  private static Progress silent() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()));
  }

  /** Lists of made-up papers; «benchmark» and one known author bring votes. */
  private static List<ListedPaper> lists(int days, long seed) {
    Random random = new Random(seed);
    List<ListedPaper> papers = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      List<ListedPaper> list = new ArrayList<>();
      double[] votes = new double[LIST];
      for (int i = 0; i < LIST; i++) {
        boolean liked = random.nextInt(3) == 0;
        boolean known = random.nextInt(3) == 0;
        votes[i] = random.nextInt(10) + (liked ? 8 : 0) + (known ? 8 : 0);
        list.add(paper(FIRST.plusDays(day), papers.size() + i, liked, known, random));
      }
      double[] places = ListPlaces.of(votes);
      for (int i = 0; i < LIST; i++) {
        papers.add(list.get(i).placed(places[i]));
      }
    }
    return papers;
  }

  private static ListedPaper paper(
      LocalDate day, int number, boolean liked, boolean known, Random random) {
    StringBuilder text = new StringBuilder(liked ? "benchmark" : "survey");
    for (int w = 0; w < 8; w++) {
      text.append(" filler").append(random.nextInt(40));
    }
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] = (float) random.nextGaussian();
      square += vector[d] * vector[d];
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] /= (float) Math.sqrt(square);
    }
    List<String> authors = List.of(known ? "Known Person" : "Person " + number);
    return new ListedPaper(
        new Paper(
            "p" + number,
            day,
            TextFeatures.of("", text.toString(), null),
            authors.stream().mapToLong(AuthorRecords::hash).toArray(),
            new int[0],
            Vectors.toBytes(vector)),
        new TrendParts.Paper("", text.toString(), null, authors, "cs", day, vector),
        null,
        1,
        1,
        null,
        Double.NaN);
  }

  private static TrendModel trained() throws IOException {
    return new TrendTraining(List.of(), lists(150, 1), FIRST.plusDays(149), "e/1", silent())
        .train();
  }

  @Test
  void whatBringsVotesIsLearned() throws IOException {
    TrendModel model = trained();
    TrendParts parts = new TrendParts(model, "e/1");
    List<ListedPaper> later = lists(20, 2);
    double liked = 0;
    double other = 0;
    double known = 0;
    double unknown = 0;
    for (ListedPaper paper : later) {
      Map<String, Double> own = parts.of(paper.traits(), 0, AuthorStanding.NONE);
      if (paper.traits().abstractText().startsWith("benchmark")) {
        liked = Math.max(liked, own.getOrDefault("text", 0.0));
      } else {
        other = Math.max(other, own.getOrDefault("text", 0.0));
      }
      if (paper.traits().authors().contains("Known Person")) {
        known += own.getOrDefault("authors", 0.0);
      } else {
        unknown += own.getOrDefault("authors", 0.0);
      }
    }

    assertThat(liked).isGreaterThan(other);
    assertThat(known).isPositive();
    assertThat(unknown).isZero();
  }

  @Test
  void trainingTwiceGivesTheSameBytes() throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    trained().write(one);
    trained().write(other);

    assertThat(Arrays.equals(one.toByteArray(), other.toByteArray())).isTrue();
  }

  @Test
  void tooFewListsAreRefusedAndTold() {
    assertThatThrownBy(
            () ->
                new TrendTraining(List.of(), lists(3, 1), FIRST.plusDays(2), "e/1", silent())
                    .train())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("only 30 listed papers");
  }

  @Test
  void theRidgeSolvesItsNormalEquations() {
    Random random = new Random(5);
    int count = 60;
    int[][] indices = new int[count][];
    float[][] values = new float[count][];
    float[][] vectors = new float[count][2];
    double[] targets = new double[count];
    for (int r = 0; r < count; r++) {
      indices[r] = new int[] {random.nextInt(3), 3 + random.nextInt(2)};
      values[r] = new float[] {random.nextFloat(), random.nextFloat()};
      vectors[r] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()};
      targets[r] = random.nextGaussian();
    }
    Ridge ridge = new Ridge(new Rows(5, indices, values, null), vectors);
    int[] all = IntStream.range(0, count).toArray();
    double[] weights = ridge.fit(all, targets, 2);
    double[] gradient = new double[7];
    for (int r = 0; r < count; r++) {
      double error = targets[r] - ridge.sum(weights, r);
      gradient[indices[r][0]] += error * values[r][0];
      gradient[indices[r][1]] += error * values[r][1];
      gradient[5] += error * vectors[r][0];
      gradient[6] += error * vectors[r][1];
    }
    for (int j = 0; j < gradient.length; j++) {
      assertThat(gradient[j] - 2 * weights[j]).isCloseTo(0, within(0.05));
    }
  }

  @Test
  void aFeatureThatSpeaksAgainstGetsNoWeight() {
    Random random = new Random(6);
    double[][] features = new double[300][];
    double[] targets = new double[300];
    for (int r = 0; r < features.length; r++) {
      features[r] = new double[] {random.nextDouble(), random.nextDouble(), 1};
      targets[r] = 2 * features[r][0] - features[r][1];
    }
    double[] weights = NonNegative.fit(features, targets, 0.1);

    assertThat(weights[0]).isCloseTo(2, within(0.2));
    assertThat(weights[1]).isZero();
    assertThat(weights[2]).isZero();
  }
}
