package dev.paperboy.notify.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DirectionTest {
  private static final int DIMENSIONS = 12;

  /** Papers are spread wide along the first dimension, and all have the last in common. */
  private final List<float[]> papers = papers(400);

  private final Background background = Background.of(papers);

  private static List<float[]> papers(int count) {
    Random random = new Random(7);
    List<float[]> papers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] paper = new float[DIMENSIONS];
      for (int d = 0; d < DIMENSIONS; d++) {
        paper[d] = (float) random.nextGaussian() * (d == 0 ? 1 : 0.1f);
      }
      paper[DIMENSIONS - 1] += 2;
      papers.add(unit(paper));
    }
    return papers;
  }

  private static float[] unit(float[] v) {
    double squares = 0;
    for (float each : v) {
      squares += each * each;
    }
    for (int d = 0; d < v.length; d++) {
      v[d] /= (float) Math.sqrt(squares);
    }
    return v;
  }

  private static float[] with(int dimension, float value) {
    float[] paper = new float[DIMENSIONS];
    paper[DIMENSIONS - 1] = 2;
    paper[dimension] += value;
    return unit(paper);
  }

  private static double of(Direction taste, float[] paper) {
    return taste.of(paper, 1);
  }

  @Test
  void theUsualPaperIsAtNoughtAndPapersSpreadByOne() {
    Direction taste = Direction.learn(background, List.of(with(3, 0.5f)), List.of(), 0.5);
    double sum = 0;
    double squares = 0;
    for (float[] paper : papers) {
      sum += of(taste, paper);
      squares += of(taste, paper) * of(taste, paper);
    }
    assertThat(sum / papers.size()).isCloseTo(0, Offset.offset(1e-3));
    assertThat(Math.sqrt(squares / papers.size())).isBetween(0.7, 1.1);
  }

  @Test
  void whatIsRareTellsMoreThanWhatIsWidelySpread() {
    float[] liked = with(3, 0.4f);
    liked[0] += 0.4f;
    Direction taste = Direction.learn(background, List.of(unit(liked)), List.of(), 0.5);
    assertThat(of(taste, with(3, 0.4f))).isGreaterThan(of(taste, with(0, 0.4f)) + 1);
  }

  @Test
  void whatIsLikeADislikedPaperSinks() {
    Direction taste =
        Direction.learn(background, List.of(with(3, 0.5f)), List.of(with(4, 0.5f)), 0.5);
    assertThat(of(taste, with(3, 0.5f))).isGreaterThan(1);
    assertThat(of(taste, with(4, 0.5f))).isLessThan(-1);
    assertThat(of(taste, with(5, 0.5f))).isBetween(-0.8, 0.8);
  }

  @Test
  void oneOfTheWindowsPapersIsEnough() {
    Background single = Background.of(List.of(with(3, 0.5f)));
    Direction taste = Direction.learn(single, List.of(with(4, 0.5f)), List.of(), 0.5);
    assertThat(of(taste, with(4, 0.5f))).isPositive().isFinite();
  }
}
