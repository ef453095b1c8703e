package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of a window's papers, compared one by one: of a thousand papers that is a tenth of a
 * millisecond, and exact.
 */
final class WindowVectors {
  private final List<ShelvedPaper> papers;
  private final double[] lengths;

  WindowVectors(List<TrendingPaper> papers) {
    this.papers =
        papers.stream()
            .map(TrendingPaper::paper)
            .filter(paper -> paper.vector() != null && length(paper.vector().int8()) > 0)
            .toList();
    lengths = this.papers.stream().mapToDouble(paper -> length(paper.vector().int8())).toArray();
  }

  /** What made the newest paper's vector; null where no paper has one. */
  String encoder() {
    return papers.stream()
        .max(Comparator.comparing(ShelvedPaper::announced).thenComparing(ShelvedPaper::key))
        .map(paper -> paper.vector().encoder())
        .orElse(null);
  }

  /** Ids of the papers that a probe's threshold lets in, with their cosines. */
  Map<String, Float> like(Probe probe) {
    Map<String, Float> like = new HashMap<>();
    double own = length(probe.int8());
    for (int i = 0; i < papers.size(); i++) {
      ShelvedPaper.Vector vector = papers.get(i).vector();
      if (!vector.encoder().equals(probe.encoder())
          || vector.int8().length != probe.int8().length) {
        continue;
      }
      double cosine = VectorUtil.dotProduct(vector.int8(), probe.int8()) / (lengths[i] * own);
      if (cosine >= probe.threshold()) {
        like.put(papers.get(i).key(), (float) cosine);
      }
    }
    return like;
  }

  private static double length(byte[] vector) {
    return Math.sqrt(VectorUtil.dotProduct(vector, vector));
  }
}
