package dev.paperboy.bench.chain;

import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.CategoryTagger;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.ingest.paper.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all heads cost beside the encoder whose vector they share: CPU time of one thread, the
 * medians over papers.
 *
 * @param encoder milliseconds a paper
 * @param heads milliseconds a paper: topics, categories and the trend's parts that need no vote
 */
record HeadShare(double encoder, double heads) {
  private static final int ROUNDS = 10;

  static HeadShare of(List<Paper> papers) throws IOException {
    double[] encoding = new double[papers.size()];
    List<float[]> vectors = new ArrayList<>();
    Tagger topics;
    CategoryTagger categories;
    try (BgeSmallEncoder encoder = new BgeSmallEncoder(1);
        InputStream yaml = Taxonomy.class.getResourceAsStream("/taxonomy.yaml")) {
      Taxonomy taxonomy = Taxonomy.read(yaml);
      topics =
          new Tagger(
              taxonomy.topics(),
              encoder.encodeAll(taxonomy.topics().stream().map(Topic::meaning).toList()).join());
      categories = new CategoryTagger(CategoryModel.committed(), encoder.id());
      for (int p = 0; p < encoding.length; p++) {
        long begin = cpu();
        vectors.add(encoder.encode(text(papers.get(p))));
        encoding[p] = (cpu() - begin) / 1e6;
      }
    }
    double[] reading = new double[papers.size()];
    for (int round = 0; round < ROUNDS; round++) {
      for (int p = 0; p < reading.length; p++) {
        long begin = cpu();
        heads(papers.get(p), vectors.get(p), topics, categories);
        reading[p] = (cpu() - begin) / 1e6;
      }
    }
    return new HeadShare(median(encoding), median(reading));
  }

  /** What classify encodes of a paper. */
  static String text(Paper paper) {
    return paper.title() + "\n" + paper.abstractText();
  }

  /** Per cent of the encoder's time. */
  double percent() {
    return 100 * heads / encoder;
  }

  private static void heads(Paper paper, float[] vector, Tagger topics, CategoryTagger categories) {
    topics.tag(paper.title(), paper.abstractText(), paper.categories(), vector);
    categories.suggest(
        new CategoryTagger.Paper(
            paper.title(),
            paper.abstractText(),
            paper.comments() == null ? "" : paper.comments(),
            paper.names(),
            paper.categories(),
            vector),
        true);
    TrendParts.of(paper.names(), paper.abstractText(), paper.comments(), 1);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
