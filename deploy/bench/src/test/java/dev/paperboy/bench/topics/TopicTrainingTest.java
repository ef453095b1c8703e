package dev.paperboy.bench.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.topic.SparseHead;
import dev.paperboy.classify.topic.TextFeatures;
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
              TextFeatures.of("", text.toString()),
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
    assertThat(trained.factors()[0]).isGreaterThan(2);
    assertThat(Math.abs(trained.factors()[1])).isLessThan(0.3);
    double said = 0;
    for (int p = 0; p < papers.size(); p++) {
      double sum = trained.biases()[0];
      sum += trained.factors()[0] * good[p][0] + trained.factors()[1] * noise[p][0];
      said += 1 / (1 + Math.exp(-sum));
    }
    double came = papers.stream().filter(paper -> paper.is(0)).count();
    assertThat(said).isBetween(0.97 * came, 1.03 * came);
  }
}
