package dev.paperboy.bench;

import dev.paperboy.bench.topics.TopicQuality;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import java.io.IOException;
import java.util.List;

/** How good the heads are, each beside its baselines, on papers later than those trained on. */
final class QualityBench implements Bench {
  @Override
  public String name() {
    return "quality";
  }

  @Override
  public String about() {
    return "trains the heads on --data DIR until a day and measures them on later papers";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws IOException {
    options.dataDirectory();
    try (VectorCache vectors = VectorCache.shared()) {
      return TopicQuality.measure(options, vectors, BgeSmallEncoder.ID, progress);
    }
  }
}
