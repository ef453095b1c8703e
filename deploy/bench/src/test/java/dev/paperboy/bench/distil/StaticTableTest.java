package dev.paperboy.bench.distil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.classify.encode.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StaticTableTest {
  private static final int DIMENSIONS = 8;
  private static final int VOCABULARY = 40;

  private final Random random = new Random(7);

  @Test
  void countsEachTokenOnceAndOftenOnesMore() {
    TokenBag bag = TokenBag.of(new long[] {9, 4, 9, 2});

    assertThat(bag.tokens()).containsExactly(2, 4, 9);
    assertThat(bag.weights()[0]).isEqualTo(bag.weights()[1]);
    assertThat(bag.weights()[2] / bag.weights()[0])
        .isCloseTo((float) (1 + Math.log(2)), within(1e-5f));
    assertThat(Vectors.dot(bag.weights(), bag.weights())).isCloseTo(1, within(1e-5f));
  }

  @Test
  void comesNearVectorsThatAreSumsOverTokens() {
    float[][] hidden = new float[VOCABULARY][];
    for (int token = 0; token < VOCABULARY; token++) {
      hidden[token] = gaussian();
    }
    List<TokenBag> bags = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int text = 0; text < 600; text++) {
      TokenBag bag = TokenBag.of(random.longs(6, 0, VOCABULARY).toArray());
      float[] sum = new float[DIMENSIONS];
      for (int i = 0; i < bag.tokens().length; i++) {
        TableFit.add(sum, hidden[bag.tokens()[i]], bag.weights()[i]);
      }
      bags.add(bag);
      vectors.add(Vectors.unit(sum));
    }

    StaticTable table = StaticTable.fit(bags.subList(0, 500), vectors.subList(0, 500));

    double cosine = 0;
    for (int text = 500; text < 600; text++) {
      cosine += Vectors.dot(table.vector(bags.get(text)), vectors.get(text)) / 100;
    }
    assertThat(cosine).isGreaterThan(0.95);
  }

  @Test
  void aTextOfTokensThatWereTooRareIsTheMean() {
    List<TokenBag> bags = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int text = 0; text < 10; text++) {
      bags.add(TokenBag.of(new long[] {1, 2 + text % 2}));
      vectors.add(Vectors.unit(gaussian()));
    }
    float[] mean = new float[DIMENSIONS];
    vectors.forEach(vector -> TableFit.add(mean, vector, 0.1f));

    float[] unknown = StaticTable.fit(bags, vectors).vector(TokenBag.of(new long[] {77}));

    assertThat(Vectors.dot(unknown, Vectors.unit(mean))).isCloseTo(1, within(1e-5f));
  }

  private float[] gaussian() {
    float[] vector = new float[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] = (float) random.nextGaussian();
    }
    return vector;
  }
}
