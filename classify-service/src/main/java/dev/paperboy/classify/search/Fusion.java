package dev.paperboy.classify.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Makes one score of the scores by words and by meaning. */
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

  /** The one that search uses, with learned weights. */
  static Fusion byShape() {
    try (InputStream in = Fusion.class.getResourceAsStream("/search/fusion.properties")) {
      Properties learned = new Properties();
      learned.load(in);
      Map<QueryShape, Double> meaning = new EnumMap<>(QueryShape.class);
      for (QueryShape shape : QueryShape.values()) {
        meaning.put(
            shape,
            Double.valueOf(learned.getProperty(shape.name().toLowerCase(Locale.ROOT)).strip()));
      }
      return weighted(meaning);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A weighted mean of both.
   *
   * @param meaning the weight of the meaning for each shape, 0 to 1
   */
  static Fusion weighted(Map<QueryShape, Double> meaning) {
    return new WeightedFusion(meaning);
  }
}
