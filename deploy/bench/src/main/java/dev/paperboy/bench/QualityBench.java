package dev.paperboy.bench;

import dev.paperboy.bench.matching.DiversityQuality;
import dev.paperboy.bench.personal.PersonalQuality;
import dev.paperboy.bench.phrases.KeyPhraseQuality;
import dev.paperboy.bench.search.SearchBench;
import dev.paperboy.bench.search.StaticSearchQuality;
import dev.paperboy.bench.similar.NearDuplicateQuality;
import dev.paperboy.bench.similar.SimilarQuality;
import dev.paperboy.bench.topics.StaticQuality;
import dev.paperboy.bench.topics.TaxonomyQuality;
import dev.paperboy.bench.topics.TopicQuality;
import dev.paperboy.bench.trend.BurstQuality;
import dev.paperboy.bench.trend.TrendQuality;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How good the heads are, each beside its baselines, on papers later than those trained on. */
final class QualityBench implements Bench {
  private static final Map<String, Part> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("topics", TopicQuality::measure);
    PARTS.put("taxonomy", TaxonomyQuality::measure);
    PARTS.put("trend", TrendQuality::measure);
    PARTS.put(
        "duplicates",
        (options, vectors, encoder, progress) ->
            NearDuplicateQuality.measure(options, vectors, progress));
    PARTS.put(
        "similar",
        (options, vectors, encoder, progress) -> SimilarQuality.measure(options, progress));
    PARTS.put(
        "search", (options, vectors, encoder, progress) -> SearchBench.measure(options, progress));
    PARTS.put(
        "bursts", (options, vectors, encoder, progress) -> BurstQuality.measure(options, progress));
    PARTS.put(
        "phrases",
        (options, vectors, encoder, progress) -> KeyPhraseQuality.measure(options, progress));
    PARTS.put(
        "personal",
        (options, vectors, encoder, progress) -> PersonalQuality.measure(options, progress));
    PARTS.put(
        "static",
        (options, vectors, encoder, progress) ->
            Stream.of(
                    StaticSearchQuality.measure(options, progress),
                    StaticQuality.measure(options, vectors, progress))
                .flatMap(List::stream)
                .toList());
    PARTS.put(
        "diversity",
        (options, vectors, encoder, progress) ->
            DiversityQuality.measure(options, vectors, progress));
  }

  /** Measures one thing. */
  private interface Part {
    List<Figure> measure(
        BenchOptions options, VectorCache vectors, String encoder, Progress progress)
        throws IOException;
  }

  @Override
  public String name() {
    return "quality";
  }

  @Override
  public String about() {
    return "trains the heads on --data DIR until a day and measures them on later papers; --only "
        + String.join("|", PARTS.keySet());
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws IOException {
    options.dataDirectory();
    if (options.only().isPresent() && !PARTS.containsKey(options.only().get())) {
      throw new IOException("--only wants one of " + String.join(", ", PARTS.keySet()));
    }
    List<Figure> figures = new ArrayList<>();
    try (VectorCache vectors = VectorCache.shared()) {
      for (Map.Entry<String, Part> part : PARTS.entrySet()) {
        if (options.only().isEmpty() || options.only().get().equals(part.getKey())) {
          figures.addAll(part.getValue().measure(options, vectors, BgeSmallEncoder.ID, progress));
        }
      }
    }
    return figures;
  }
}
