package dev.paperboy.bench.search;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.vectors.CacheFilling;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Description;
import dev.paperboy.classify.encode.Vectors;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What search by meaning loses where papers' vectors come from a table of token vectors: all papers
 * ordered by their likeness to a query, which the encoder reads.
 */
public final class StaticSearchQuality {
  private StaticSearchQuality() {}

  private record Ranked(String id, float likeness) {}

  /** Measures among as many papers as the options say. */
  public static List<Figure> measure(BenchOptions options, Progress progress) throws IOException {
    SearchCorpus corpus =
        SearchCorpus.read(
            new DataDirectory(options.dataDirectory()),
            options.count().orElse(SearchBench.OTHERS),
            false);
    CacheFilling.fill(corpus.papers().stream().map(DataPaper::text).toList(), progress);
    Map<String, byte[]> encoded = new HashMap<>();
    try (VectorCache cache = VectorCache.shared()) {
      for (DataPaper paper : corpus.papers()) {
        encoded.put(paper.id(), cache.get(paper.text()));
      }
    }
    Map<String, byte[]> estimated = EstimatedVectors.ofEach(corpus.papers(), encoded);
    progress.say("estimated");
    Map<String, Map<String, float[]>> sources = new LinkedHashMap<>();
    sources.put("table", floats(estimated));
    sources.put("encoder", floats(encoded));
    try (BgeSmallEncoder encoder = new BgeSmallEncoder(1)) {
      return List.of(
          figure("table: topic pages by meaning, nDCG@241", corpus.topicPages(), sources, encoder),
          figure("table: title to paper by meaning, MRR", corpus.titles(), sources, encoder));
    }
  }

  private static Map<String, float[]> floats(Map<String, byte[]> vectors) {
    Map<String, float[]> floats = new HashMap<>();
    vectors.forEach((id, vector) -> floats.put(id, Vectors.fromBytes(vector)));
    return floats;
  }

  private static Figure figure(
      String name,
      List<Question> questions,
      Map<String, Map<String, float[]>> sources,
      BgeSmallEncoder encoder) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Question question : questions) {
      float[] asked = encoder.encode(Description.of(question.text()).encoded());
      sources.forEach(
          (source, vectors) ->
              sums.merge(
                  source,
                  question.score().applyAsDouble(best(asked, vectors, question.depth())),
                  Double::sum));
    }
    return Figure.of(name, sums.get("table") / questions.size(), "")
        .beside("encoder", sums.get("encoder") / questions.size());
  }

  private static List<String> best(float[] asked, Map<String, float[]> vectors, int depth) {
    return vectors.entrySet().parallelStream()
        .map(one -> new Ranked(one.getKey(), Vectors.dot(asked, one.getValue())))
        .sorted(Comparator.comparingDouble((Ranked one) -> -one.likeness()))
        .limit(depth)
        .map(Ranked::id)
        .toList();
  }
}
