package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.taste.Taste;
import dev.paperboy.notify.taste.UnitVector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of a window's papers, compared one by one: of a thousand papers that is a thirtieth
 * of a millisecond, and exact.
 */
final class WindowVectors {
  /** By place; null where a paper has none, or one of nothing but zeros. */
  private final byte[][] vectors;

  private final double[] lengths;
  private final String[] encoders;

  /** Places by what made their vectors, ascending. */
  private final Map<String, int[]> places = new HashMap<>();

  private final String encoder;

  WindowVectors(List<TrendingPaper> papers) {
    vectors = new byte[papers.size()][];
    lengths = new double[papers.size()];
    encoders = new String[papers.size()];
    for (int place = 0; place < vectors.length; place++) {
      ShelvedPaper.Vector vector = papers.get(place).paper().vector();
      double length = vector == null ? 0 : length(vector.int8());
      if (length > 0) {
        vectors[place] = vector.int8();
        lengths[place] = length;
        encoders[place] = vector.encoder();
        places.computeIfAbsent(
            vector.encoder(),
            name ->
                IntStream.range(0, papers.size())
                    .filter(at -> isOf(papers.get(at).paper().vector(), name))
                    .toArray());
      }
    }
    encoder =
        IntStream.range(0, vectors.length)
            .filter(place -> vectors[place] != null)
            .mapToObj(place -> papers.get(place).paper())
            .max(Comparator.comparing(ShelvedPaper::announced).thenComparing(ShelvedPaper::key))
            .map(paper -> paper.vector().encoder())
            .orElse(null);
  }

  private static boolean isOf(ShelvedPaper.Vector vector, String encoder) {
    return vector != null && vector.encoder().equals(encoder) && length(vector.int8()) > 0;
  }

  /** What made the newest paper's vector; null where no paper has one. */
  String encoder() {
    return encoder;
  }

  /** The papers that a probe's threshold lets in, with their cosines. */
  Hits like(Probe probe) {
    Hits.Builder like = new Hits.Builder();
    byte[] wanted = probe.int8();
    double own = length(wanted);
    double least = probe.threshold();
    for (int place : places.getOrDefault(probe.encoder(), new int[0])) {
      byte[] vector = vectors[place];
      if (vector.length == wanted.length) {
        double cosine = VectorUtil.dotProduct(vector, wanted) / (lengths[place] * own);
        if (cosine >= least) {
          like.add(place, cosine);
        }
      }
    }
    return like.build();
  }

  /** The cosine of two papers; 0 where their vectors can't be compared. */
  double likeness(int one, int other) {
    byte[] a = vectors[one];
    byte[] b = vectors[other];
    return a == null || b == null || a.length != b.length || !encoders[one].equals(encoders[other])
        ? 0
        : VectorUtil.dotProduct(a, b) / (lengths[one] * lengths[other]);
  }

  /** How much a paper is to a taste; 0 where its vector is not of the newest one's encoder. */
  double liking(Taste taste, int place) {
    return vectors[place] == null || !encoders[place].equals(encoder)
        ? 0
        : taste.liking(place, UnitVector.widened(vectors[place]), lengths[place]);
  }

  /** Unit vectors of papers here and there, all of the newest one's encoder. */
  List<float[]> sample(int most) {
    int[] all = places.getOrDefault(encoder, new int[0]);
    int step = Math.max(1, Math.ceilDiv(all.length, most));
    return IntStream.range(0, Math.ceilDiv(all.length, step))
        .mapToObj(i -> UnitVector.of(vectors[all[i * step]]))
        .toList();
  }

  private static double length(byte[] vector) {
    return Math.sqrt(VectorUtil.dotProduct(vector, vector));
  }
}
