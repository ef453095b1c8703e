package dev.paperboy.bench.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.bench.Figure;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.SparseHead;
import dev.paperboy.classify.topic.TextFeatures;
import dev.paperboy.classify.topic.VectorHead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicTrainingTest {
  private static final List<String> WORDS = List.of("graph", "proof", "protein", "lattice");
  private static final LogisticTrainer TRAINER = new LogisticTrainer(5, 1, 0.1f, 0, 1);

  /** Papers of made-up words; a word of {@link #WORDS} gives its label. */
  private static List<Paper> papers(int count, long seed) {
    Random random = new Random(seed);
    List<Paper> papers = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      int label = random.nextInt(WORDS.size());
      StringBuilder text = new StringBuilder(WORDS.get(label));
      for (int w = 0; w < 8; w++) {
        text.append(" filler").append(random.nextInt(40));
      }
      papers.add(
          new Paper(
              "p" + p,
              LocalDate.EPOCH,
              TextFeatures.of("", text.toString(), null),
              new long[0],
              new int[] {label},
              null));
    }
    return papers;
  }

  @Test
  void aWordThatTellsTheLabelIsLearned() {
    List<Paper> train = papers(400, 1);
    Vocabulary vocabulary = Vocabulary.of(train, 1_000);
    LogisticTrainer.Trained trained = TRAINER.train(vocabulary.rows(train), WORDS.size());
    SparseHead head =
        SparseHead.of(
            vocabulary.slots(), vocabulary.rarities(), trained.weights(), trained.biases());
    for (Paper paper : papers(100, 2)) {
      double[] odds = head.odds(paper.text());
      for (int l = 0; l < WORDS.size(); l++) {
        if (!paper.is(l)) {
          assertThat(odds[paper.labels()[0]]).isGreaterThan(odds[l]);
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    List<Paper> train = papers(200, 3);
    Rows rows = Vocabulary.of(train, 1_000).rows(train);
    LogisticTrainer.Trained first = TRAINER.train(rows, WORDS.size());
    LogisticTrainer.Trained second = TRAINER.train(rows, WORDS.size());
    assertThat(second.weights()).isDeepEqualTo(first.weights());
    assertThat(second.biases()).isEqualTo(first.biases());
  }

  @Test
  void theBlendTrustsTheHeadThatIsRightAndTellsTrueLikelihoods() {
    Random random = new Random(4);
    List<Paper> papers = papers(2_000, 4);
    double[][] good = new double[papers.size()][WORDS.size()];
    double[][] noise = new double[papers.size()][WORDS.size()];
    for (int p = 0; p < papers.size(); p++) {
      for (int l = 0; l < WORDS.size(); l++) {
        good[p][l] = (papers.get(p).is(l) ? 2 : -2) + random.nextGaussian();
        noise[p][l] = random.nextGaussian();
      }
    }
    BlendTrainer.Trained trained =
        new BlendTrainer(new double[][][] {good, noise}, papers, WORDS.size()).train();
    assertThat(trained.common()[0]).isGreaterThan(2);
    assertThat(Math.abs(trained.common()[1])).isLessThan(0.3);
    assertThat(trained.factors()[0][0]).isGreaterThan(2);
    double said = 0;
    for (int p = 0; p < papers.size(); p++) {
      double sum = trained.biases()[0];
      sum += trained.factors()[0][0] * good[p][0] + trained.factors()[1][0] * noise[p][0];
      said += 1 / (1 + Math.exp(-sum));
    }
    double came = papers.stream().filter(paper -> paper.is(0)).count();
    assertThat(said).isBetween(0.97 * came, 1.03 * came);
  }

  @Test
  void aLabelWhoseHeadIsOtherwiseScaledGetsAFactorOfItsOwn() {
    Random random = new Random(5);
    List<Paper> papers = papers(4_000, 5);
    double[][] odds = new double[papers.size()][WORDS.size()];
    for (int p = 0; p < papers.size(); p++) {
      for (int l = 0; l < WORDS.size(); l++) {
        double told = (papers.get(p).is(l) ? 2 : -2) + random.nextGaussian();
        odds[p][l] = l == 0 ? told / 4 : told;
      }
    }
    BlendTrainer.Trained trained =
        new BlendTrainer(new double[][][] {odds}, papers, WORDS.size()).train();
    assertThat(trained.factors()[0][0]).isGreaterThan(1.2f * trained.factors()[0][1]);
  }

  @Test
  void whatOnlyTwoDimensionsTogetherTellIsLearnedFromVectors() {
    List<Paper> train = crossed(2_000, 6);
    VectorHead head = new HiddenTrainer(16, 20, 1e-2f, 0, 1).train(train, 2);
    int right = 0;
    List<Paper> test = crossed(400, 7);
    for (Paper paper : test) {
      double[] odds = head.odds(Vectors.fromBytes(paper.vector()));
      right += odds[paper.labels()[0]] > odds[1 - paper.labels()[0]] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(380);
  }

  @Test
  void theSameSeedGivesTheSameHeadOverVectors() {
    List<Paper> train = crossed(700, 8);
    HiddenTrainer trainer = new HiddenTrainer(8, 2, 1e-2f, 0.2f, 1);
    float[] asked = Vectors.fromBytes(train.getFirst().vector());
    assertThat(trainer.train(train, 2).odds(asked)).isEqualTo(trainer.train(train, 2).odds(asked));
  }

  /** Papers of the first label where the first two dimensions have the same sign. */
  private static List<Paper> crossed(int count, long seed) {
    Random random = new Random(seed);
    List<Paper> papers = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      byte one = (byte) (random.nextBoolean() ? 100 : -100);
      byte other = (byte) (random.nextBoolean() ? 100 : -100);
      byte noise = (byte) random.nextInt(-40, 40);
      papers.add(
          new Paper(
              "v" + p,
              LocalDate.EPOCH,
              TextFeatures.of("", "", null),
              new long[0],
              new int[] {one == other ? 0 : 1},
              new byte[] {one, other, noise, 20}));
    }
    return papers;
  }

  @Test
  void theNearestAreFoundInOrder() {
    List<Paper> known = crossed(900, 9);
    List<Paper> asked = crossed(3, 10);
    Neighbours.Nearest[] nearest = new Neighbours(known).nearest(asked, 5);
    for (int a = 0; a < asked.size(); a++) {
      float[] unit = Vectors.fromBytes(asked.get(a).vector());
      double[] cosines =
          known.stream()
              .mapToDouble(k -> -Vectors.dot(unit, Vectors.fromBytes(k.vector())))
              .sorted()
              .toArray();
      for (int n = 0; n < 5; n++) {
        assertThat((double) nearest[a].likeness()[n]).isCloseTo(-cosines[n], within(1e-5));
      }
    }
  }

  @Test
  void nearerNeighboursCountMore() {
    double[] shares =
        NeighbourShares.of(new float[] {0.9f, 0.7f, 0.1f}, new int[][] {{0}, {0, 1}, {2}}, 2, 3);
    assertThat(shares[0]).isCloseTo(1, within(1e-9));
    assertThat(shares[1]).isBetween(0.01, 0.03);
    assertThat(shares[2]).isZero();
  }

  @Test
  void hiddenCrossListsThatAreSuggestedCount() {
    Paper paper =
        new Paper(
            "x",
            LocalDate.EPOCH,
            TextFeatures.of("", "", null),
            new long[0],
            new int[] {0, 1, 2},
            null);
    List<Figure> figures =
        CrossLists.figures(new double[][] {{0.9, 0.8, 0.1, 0.7}}, List.of(paper), 4);
    assertThat(figures).extracting(Figure::value).containsExactly(0.5, 0.5);
  }
}
