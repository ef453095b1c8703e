package dev.paperboy.classify.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted mean of the scores by words, as a share of the query's best, and by meaning, as the
 * distance from the query's nearest; and by how much attention raises it. The weights are those of
 * the query's shape.
 */
final class WeightedFusion implements Fusion {
  /** So far below the best cosine one counts nothing: a bit more than the nearest hundred span. */
  private static final double COSINE_SPREAD = 0.2;

  private static final double TOPIC_FEEDBACK = 0.5;

  private final Map<QueryShape, Weights> weights;

  WeightedFusion(Map<QueryShape, Weights> weights) {
    this.weights = new EnumMap<>(weights);
  }

  /** A topic's papers tell more of it than its name does; a sentence is looking for one. */
  @Override
  public double feedback(QueryShape shape) {
    return shape == QueryShape.TOPIC ? TOPIC_FEEDBACK : 0;
  }

  @Override
  public boolean minds(QueryShape shape) {
    return weights.get(shape).attention() > 0;
  }

  @Override
  public double[] scores(QueryShape shape, List<Candidate> candidates) {
    Weights its = weights.get(shape);
    double mostWords = candidates.stream().mapToDouble(Candidate::words).max().orElse(0);
    double nearest = candidates.stream().mapToDouble(Candidate::cosine).max().orElse(0);
    return candidates.stream()
        .mapToDouble(
            one -> {
              double meaning = Math.max(0, 1 - (nearest - one.cosine()) / COSINE_SPREAD);
              double words = mostWords == 0 ? 0 : one.words() / mostWords;
              double fit = its.meaning() * meaning + (1 - its.meaning()) * words;
              // Of what fits half as well, no attention makes as much as of what fits.
              double attention = Math.min(1, one.attention());
              return fit * (1 + its.attention() * attention) / (1 + its.attention());
            })
        .toArray();
  }
}
