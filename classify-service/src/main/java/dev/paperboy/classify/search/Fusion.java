package dev.paperboy.classify.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Makes one score of the scores by words and by meaning, and of the attention drawn. */
@FunctionalInterface
public interface Fusion {
  /**
   * The candidates' scores, the higher the better.
   *
   * @param candidates all of a query
   */
  double[] scores(QueryShape shape, List<Candidate> candidates);

  /**
   * How far the first papers of a query's order draw its vector towards them, beside itself; 0 for
   * not at all.
   */
  default double feedback(QueryShape shape) {
    return 0;
  }

  /** Whether attention counts, so that the most noticed papers are looked at, too. */
  default boolean minds(QueryShape shape) {
    return false;
  }

  /**
   * What counts how much for a shape of queries.
   *
   * @param meaning the share of the meaning, 0 to 1; the rest is the words'
   * @param attention the share by which attention raises what words and meaning come to, at most
   */
  record Weights(double meaning, double attention) {}

  /** The learned weights, by shape. */
  static Map<QueryShape, Weights> learned() {
    try (InputStream in = Fusion.class.getResourceAsStream("/search/fusion.properties")) {
      Properties learned = new Properties();
      learned.load(in);
      Map<QueryShape, Weights> weights = new EnumMap<>(QueryShape.class);
      for (QueryShape shape : QueryShape.values()) {
        String name = shape.name().toLowerCase(Locale.ROOT);
        weights.put(
            shape,
            new Weights(
                Double.parseDouble(learned.getProperty(name + ".meaning").strip()),
                Double.parseDouble(learned.getProperty(name + ".attention").strip())));
      }
      return weights;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that search uses, with learned weights. */
  static Fusion byShape() {
    return weighted(learned());
  }

  /** A weighted mean of words and meaning, to which attention adds, by shape. */
  static Fusion weighted(Map<QueryShape, Weights> weights) {
    return new WeightedFusion(weights);
  }
}
