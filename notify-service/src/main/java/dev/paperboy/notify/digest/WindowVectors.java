package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.taste.UnitVector;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of a window's papers, compared one by one: of a thousand papers that is a tenth of a
 * millisecond, and exact.
 */
final class WindowVectors {
  private final List<ShelvedPaper> papers;
  private final double[] lengths;
  private final String encoder;

  WindowVectors(List<TrendingPaper> papers) {
    this.papers = papers.stream().map(TrendingPaper::paper).toList();
    lengths =
        this.papers.stream()
            .mapToDouble(paper -> paper.vector() == null ? 0 : length(paper.vector().int8()))
            .toArray();
    encoder = encoder(this.papers, lengths);
  }

  /** What made the newest paper's vector; null where no paper has one. */
  String encoder() {
    return encoder;
  }

  private static String encoder(List<ShelvedPaper> papers, double[] lengths) {
    return IntStream.range(0, lengths.length)
        .filter(place -> lengths[place] > 0)
        .mapToObj(papers::get)
        .max(Comparator.comparing(ShelvedPaper::announced).thenComparing(ShelvedPaper::key))
        .map(paper -> paper.vector().encoder())
        .orElse(null);
  }

  /** The papers that a probe's threshold lets in, with their cosines. */
  Hits like(Probe probe) {
    Hits.Builder like = new Hits.Builder();
    double own = length(probe.int8());
    for (int place = 0; place < lengths.length; place++) {
      if (lengths[place] > 0 && isComparable(papers.get(place).vector(), probe)) {
        double cosine =
            VectorUtil.dotProduct(papers.get(place).vector().int8(), probe.int8())
                / (lengths[place] * own);
        if (cosine >= probe.threshold()) {
          like.add(place, cosine);
        }
      }
    }
    return like.build();
  }

  /** Unit vectors of papers here and there, all of the newest one's encoder. */
  List<float[]> sample(int most) {
    List<byte[]> all =
        papers.stream()
            .filter(paper -> paper.vector() != null && paper.vector().encoder().equals(encoder))
            .map(paper -> paper.vector().int8())
            .toList();
    int step = Math.ceilDiv(all.size(), most);
    return IntStream.range(0, Math.ceilDiv(all.size(), Math.max(1, step)))
        .mapToObj(i -> UnitVector.of(all.get(i * step)))
        .toList();
  }

  private static boolean isComparable(ShelvedPaper.Vector vector, Probe probe) {
    return vector.encoder().equals(probe.encoder()) && vector.int8().length == probe.int8().length;
  }

  private static double length(byte[] vector) {
    return Math.sqrt(VectorUtil.dotProduct(vector, vector));
  }
}
