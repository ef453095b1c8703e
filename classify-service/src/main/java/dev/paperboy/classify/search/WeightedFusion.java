package dev.paperboy.classify.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted mean of both scores, each as a share of the query's best; the weight is that of the
 * query's shape.
 */
final class WeightedFusion implements Fusion {
  /** So far below the best cosine one counts nothing: a bit more than the nearest hundred span. */
  private static final double COSINE_SPREAD = 0.2;

  private static final double TOPIC_FEEDBACK = 0.5;

  private final Map<QueryShape, Double> meaning;

  WeightedFusion(Map<QueryShape, Double> meaning) {
    this.meaning = new EnumMap<>(meaning);
  }

  /** A topic's papers tell more of it than its name does; a sentence is looking for one. */
  @Override
  public double feedback(QueryShape shape) {
    return shape == QueryShape.TOPIC ? TOPIC_FEEDBACK : 0;
  }

  @Override
  public double[] scores(QueryShape shape, List<Candidate> candidates) {
    double weight = meaning.get(shape);
    double mostWords = candidates.stream().mapToDouble(Candidate::words).max().orElse(0);
    double nearest = candidates.stream().mapToDouble(Candidate::cosine).max().orElse(0);
    return candidates.stream()
        .mapToDouble(
            one ->
                weight * Math.max(0, 1 - (nearest - one.cosine()) / COSINE_SPREAD)
                    + (1 - weight) * (mostWords == 0 ? 0 : one.words() / mostWords))
        .toArray();
  }
}
