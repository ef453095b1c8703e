package dev.paperboy.bench.topics;

import dev.paperboy.bench.Figure;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.CategoryTagger;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the heads cost beside the encoder whose vector they share: CPU time of one thread, since the
 * machine may be shared; milliseconds a paper, the medians over papers.
 *
 * @param topics of the taxonomy
 * @param categories suggested, evidence included
 * @param firstCategories the same for the first paper of a process
 * @param trend the parts that need nobody's vote
 */
public record HeadTimes(
    double encoder, double topics, double categories, double firstCategories, double trend) {
  /** Papers that are enough for a median. */
  public static final int PAPERS = 60;

  private static final int ROUNDS = 25;
  private static final double MOST_PERCENT = 5;
  private static final LocalDate ANNOUNCED = LocalDate.of(2026, 6, 9);

  /** What is read of a paper; its vector is made here. */
  public record Text(
      String title,
      String abstractText,
      String comments,
      List<String> authors,
      List<String> categories) {
    private CategoryTagger.Paper with(float[] vector) {
      return new CategoryTagger.Paper(title, abstractText, comments, authors, categories, vector);
    }
  }

  /** Measures with the program's taxonomy and these weights. */
  public static HeadTimes of(CategoryModel model, List<Text> texts) throws IOException {
    double[] encoding = new double[texts.size()];
    List<CategoryTagger.Paper> papers = new ArrayList<>();
    Tagger topics;
    try (BgeSmallEncoder encoder = new BgeSmallEncoder(1);
        InputStream yaml = Taxonomy.class.getResourceAsStream("/taxonomy.yaml")) {
      Taxonomy taxonomy = Taxonomy.read(yaml);
      topics =
          new Tagger(
              taxonomy.topics(),
              encoder.encodeAll(taxonomy.topics().stream().map(Topic::meaning).toList()).join());
      for (int p = 0; p < encoding.length; p++) {
        Text text = texts.get(p);
        long begin = cpu();
        float[] vector = encoder.encode(text.title() + "\n" + text.abstractText());
        encoding[p] = (cpu() - begin) / 1e6;
        papers.add(text.with(vector));
      }
    }
    CategoryTagger categories = new CategoryTagger(model, BgeSmallEncoder.ID);
    TrendParts trend = new TrendParts(TrendModel.committed(), BgeSmallEncoder.ID);
    long begin = cpu();
    categories.suggest(papers.getFirst(), true);
    double first = (cpu() - begin) / 1e6;
    return new HeadTimes(
        median(encoding),
        warm(
            papers,
            paper ->
                topics.tag(paper.title(), paper.abstractText(), paper.given(), paper.vector())),
        warm(papers, paper -> categories.suggest(paper, true)),
        first,
        warm(
            papers,
            paper ->
                trend.of(
                    new TrendParts.Paper(
                        paper.title(),
                        paper.abstractText(),
                        paper.comments(),
                        paper.authors(),
                        "cs",
                        ANNOUNCED,
                        paper.vector()),
                    1,
                    AuthorStanding.NONE)));
  }

  /** As figures, with the goal for all heads together. */
  public List<Figure> figures() {
    return List.of(
        Figure.of("encoder, CPU", encoder, "ms/paper"),
        Figure.of("topics, CPU", topics, "ms/paper"),
        Figure.of("categories, CPU", categories, "ms/paper").beside("first call", firstCategories),
        Figure.of("trend, CPU", trend, "ms/paper"),
        Figure.of("heads beside the encoder", 100 * (topics + categories + trend) / encoder, "%")
            .atMost(MOST_PERCENT));
  }

  /** The median of the last of some rounds. */
  private static double warm(
      List<CategoryTagger.Paper> papers, Consumer<CategoryTagger.Paper> head) {
    double[] times = new double[papers.size()];
    for (int round = 0; round < ROUNDS; round++) {
      for (int p = 0; p < times.length; p++) {
        long begin = cpu();
        head.accept(papers.get(p));
        times[p] = (cpu() - begin) / 1e6;
      }
    }
    return median(times);
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
