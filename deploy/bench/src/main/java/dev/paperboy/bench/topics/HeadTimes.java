package dev.paperboy.bench.topics;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.CategoryTagger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What suggesting categories costs beside encoding: CPU time of a thread, since the machine may be
 * shared; the medians of papers of the newest month.
 */
final class HeadTimes {
  private static final int PAPERS = 40;
  private static final int ROUNDS = 25;

  private HeadTimes() {}

  static List<Figure> of(CategoryModel model, BenchOptions options) throws IOException {
    List<CategoryTagger.Paper> papers = new ArrayList<>();
    double[] encoded = new double[PAPERS];
    try (BgeSmallEncoder encoder = new BgeSmallEncoder(1)) {
      List<DataPaper> some = some(options);
      encoder.encode(some.getFirst().text());
      for (int p = 0; p < some.size(); p++) {
        DataPaper paper = some.get(p);
        long begin = cpu();
        float[] vector = encoder.encode(paper.text());
        encoded[p] = (cpu() - begin) / 1e6;
        papers.add(
            new CategoryTagger.Paper(
                paper.title(),
                paper.abstractText(),
                paper.comments(),
                paper.authors(),
                paper.categories(),
                vector));
      }
    }
    CategoryTagger tagger = new CategoryTagger(model, BgeSmallEncoder.ID);
    long begin = cpu();
    tagger.suggest(papers.getFirst(), true);
    double cold = (cpu() - begin) / 1e6;
    double[] warm = new double[0];
    for (int round = 0; round < ROUNDS; round++) {
      warm = new double[papers.size()];
      for (int p = 0; p < warm.length; p++) {
        begin = cpu();
        tagger.suggest(papers.get(p), true);
        warm[p] = (cpu() - begin) / 1e6;
      }
    }
    double ofEncoder = median(Arrays.copyOf(encoded, papers.size()));
    return List.of(
        Figure.of("encoder, CPU", ofEncoder, "ms/paper"),
        Figure.of("categories, CPU, warm", median(warm), "ms/paper").beside("first call", cold),
        Figure.of("categories beside the encoder", 100 * median(warm) / ofEncoder, "%").atMost(5));
  }

  private static List<DataPaper> some(BenchOptions options) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<DataPaper> papers = new ArrayList<>();
    data.read(
        data.months().getFirst(),
        paper -> {
          if (papers.size() < PAPERS) {
            papers.add(paper);
          }
        });
    return papers;
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
