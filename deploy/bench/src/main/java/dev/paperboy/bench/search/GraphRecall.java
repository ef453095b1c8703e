package dev.paperboy.bench.search;

import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.classify.search.Neighbourhood;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.events.PaperId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/** How many of a paper's nearest ones the index's graph finds, as against looking at all. */
final class GraphRecall {
  private GraphRecall() {}

  /**
   * The mean share.
   *
   * @param nearest how many neighbours count
   * @param vectors one signed byte per dimension, by arXiv id, of all that is searched
   */
  static double at(
      int nearest, List<DataPaper> papers, Map<String, byte[]> vectors, PaperSearch search) {
    return papers.stream()
        .mapToDouble(paper -> share(found(nearest, paper, search), exact(nearest, paper, vectors)))
        .average()
        .orElse(0);
  }

  private record Near(String id, double cosine) {}

  private static Set<String> found(int nearest, DataPaper paper, PaperSearch search) {
    Neighbourhood around = search.around(PaperId.parse("arxiv:" + paper.id()), nearest);
    return first(
        nearest,
        Stream.concat(
            around.versions().stream()
                .map(version -> new Near(version.paper().id().local(), version.cosine())),
            around.similar().stream()
                .map(similar -> new Near(similar.paper().id().local(), similar.likeness()))));
  }

  private static Set<String> exact(int nearest, DataPaper paper, Map<String, byte[]> vectors) {
    byte[] its = vectors.get(paper.id());
    return first(
        nearest,
        vectors.entrySet().stream()
            .filter(other -> !other.getKey().equals(paper.id()))
            .map(other -> new Near(other.getKey(), VectorUtil.cosine(its, other.getValue()))));
  }

  private static Set<String> first(int nearest, Stream<Near> all) {
    return all.sorted(Comparator.comparingDouble(one -> -one.cosine()))
        .limit(nearest)
        .map(Near::id)
        .collect(Collectors.toSet());
  }

  private static double share(Set<String> found, Set<String> exact) {
    return exact.isEmpty()
        ? 1
        : (double) exact.stream().filter(found::contains).count() / exact.size();
  }
}
