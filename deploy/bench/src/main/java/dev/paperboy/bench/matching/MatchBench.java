package dev.paperboy.bench.matching;

import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Machine;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.notify.digest.Matcher;
import dev.paperboy.notify.digest.Selection;
import dev.paperboy.notify.digest.WindowIndex;
import dev.paperboy.notify.digest.WindowPapers;
import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.query.PaperQuery;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/** A day's papers matched with the filters of very many readers. */
public final class MatchBench implements Bench {
  private static final int READERS = 100_000;
  private static final double GOAL_SECONDS = 15;

  /** Readers handled together, as notify does. */
  private static final int PAGE = 200;

  private static final int QUERIES = 2_000;
  private static final int PROBES = 2_000;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 9);
  private static final long SEED = 7;
  private static final double TOPIC_CONFIDENCE = 0.5;
  private static final int LONG = 384;

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String about() {
    return "matches filters of 100,000 readers (--count) with one day of --data DIR";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws IOException {
    RealDay day = RealDay.read(new DataDirectory(options.dataDirectory()), DAY, progress);
    progress.say("%,d papers of %s".formatted(day.papers().size(), DAY));
    long begin = System.nanoTime();
    WindowPapers papers = new WindowPapers(day.papers(), day.topics(), DAY);
    double indexed = seconds(begin);
    List<Figure> figures = new ArrayList<>();
    all(day, papers, options.count().orElse(READERS), indexed, progress, figures);
    booleans(day, papers, progress, figures);
    vectors(day, papers, progress, figures);
    return figures;
  }

  private static void all(
      RealDay day,
      WindowPapers papers,
      int readers,
      double indexed,
      Progress progress,
      List<Figure> figures) {
    List<List<MadeUpReaders.MadeUp>> pages = new ArrayList<>();
    MadeUpReaders source = new MadeUpReaders(day, SEED);
    for (int made = 0; made < readers; made += PAGE) {
      pages.add(
          IntStream.range(0, Math.min(PAGE, readers - made)).mapToObj(i -> source.next()).toList());
    }
    progress.say("%,d readers are made up".formatted(readers));
    // What is compiled by then is compiled in a service that has run for a day.
    match(pages.subList(0, Math.max(1, pages.size() / 10)), papers);
    long begin = System.nanoTime();
    long matches = match(pages, papers);
    double seconds = seconds(begin);
    progress.say("%,d matches".formatted(matches));
    figures.add(
        Figure.of("%,d readers × %,d papers".formatted(readers, day.papers().size()), seconds, "s")
            .atMost(GOAL_SECONDS));
    figures.add(Figure.of("each reader", seconds / readers * 1e6, "µs"));
    figures.add(Figure.of("matches per reader", (double) matches / readers, "papers"));
    figures.add(Figure.of("indexing the day, once", indexed, "s"));
    figures.add(Figure.of("resident, readers included", Machine.residentMegabytes(), "MB"));
  }

  private static long match(List<List<MadeUpReaders.MadeUp>> pages, WindowPapers papers) {
    Selection selection = new Selection(new Matcher(TOPIC_CONFIDENCE));
    AtomicLong matches = new AtomicLong();
    pages.parallelStream()
        .forEach(
            page -> {
              Map<String, Probe> probes = new HashMap<>();
              page.forEach(reader -> probes.putAll(reader.probes()));
              WindowIndex window = new WindowIndex(papers, probes);
              for (MadeUpReaders.MadeUp reader : page) {
                matches.addAndGet(
                    selection
                        .select(reader.filters(), window, Set.of(), DAY, Likings.NONE, null)
                        .matched());
              }
            });
    return matches.get();
  }

  /** On one thread, each query once: what the index saves, and that it finds the same. */
  private static void booleans(
      RealDay day, WindowPapers papers, Progress progress, List<Figure> figures) {
    MadeUpReaders source = new MadeUpReaders(day, SEED + 1);
    List<PaperQuery> queries =
        IntStream.range(0, QUERIES).mapToObj(i -> PaperQuery.parse(source.line())).toList();
    List<Predicates.Positions> positions =
        day.papers().stream().map(paper -> Predicates.of(paper.paper())).toList();
    List<int[]> found = List.of();
    List<int[]> expected = List.of();
    double ours = 0;
    double brute = 0;
    // The first round warms up.
    for (int round = 0; round < 3; round++) {
      long begin = System.nanoTime();
      found = queries.stream().map(query -> papers.find(query).places()).toList();
      ours = seconds(begin);
      begin = System.nanoTime();
      expected = queries.stream().map(query -> brute(query, positions)).toList();
      brute = seconds(begin);
    }
    for (int i = 0; i < queries.size(); i++) {
      if (!java.util.Arrays.equals(found.get(i), expected.get(i))) {
        throw new IllegalStateException(
            "the index finds %d papers and predicates %d for %s"
                .formatted(found.get(i).length, expected.get(i).length, queries.get(i)));
      }
    }
    progress.say("%,d queries find the same by index and by predicates".formatted(queries.size()));
    figures.add(
        Figure.of("boolean: queries", QUERIES / ours, "queries/s")
            .beside("predicates over all papers", QUERIES / brute));
    figures.add(Figure.of("boolean: index / predicates", brute / ours, ""));
  }

  private static int[] brute(PaperQuery query, List<Predicates.Positions> positions) {
    Predicate<Predicates.Positions> predicate = Predicates.compile(query.root());
    return IntStream.range(0, positions.size())
        .filter(place -> predicate.test(positions.get(place)))
        .toArray();
  }

  private static void vectors(
      RealDay day, WindowPapers papers, Progress progress, List<Figure> figures) {
    MadeUpReaders source = new MadeUpReaders(day, SEED + 2);
    List<Probe> probes =
        IntStream.range(0, PROBES).mapToObj(i -> source.probe("probe " + i, 0.76)).toList();
    byte[][] vectors =
        day.papers().stream()
            .map(paper -> paper.paper())
            .map(ShelvedPaper::vector)
            .map(ShelvedPaper.Vector::int8)
            .toArray(byte[][]::new);
    double products = (double) PROBES * vectors.length;
    double ours = 0;
    double lucene = 0;
    double bound = 0;
    long sum = 0;
    for (int round = 0; round < 3; round++) {
      long begin = System.nanoTime();
      WindowIndex window = new WindowIndex(papers, Map.of());
      for (Probe probe : probes) {
        sum += window.findLike(probe);
      }
      ours = seconds(begin);
      begin = System.nanoTime();
      for (Probe probe : probes) {
        for (byte[] vector : vectors) {
          sum += VectorUtil.dotProduct(vector, probe.int8());
        }
      }
      lucene = seconds(begin);
      begin = System.nanoTime();
      sum += (long) resident(products);
      bound = seconds(begin);
    }
    progress.say("vectors are compared (" + sum % 10 + ")");
    figures.add(
        Figure.of("vectors: comparisons", products / ours / 1e6, "million/s")
            .beside("Lucene's VectorUtil over the bytes, products alone", products / lucene / 1e6)
            .beside("one pair of float vectors again and again", products / bound / 1e6));
    figures.add(Figure.of("vectors: ours / VectorUtil", lucene / ours, ""));
    figures.add(Figure.of("vectors: ours / the FMA bound", bound / ours, ""));
  }

  /** As many products of two vectors of floats that never leave the nearest cache. */
  private static double resident(double products) {
    float[] a = new float[LONG];
    float[] b = new float[LONG];
    java.util.Arrays.fill(a, 0.5f);
    double sum = 0;
    for (long i = (long) products; i > 0; i--) {
      b[(int) (i % LONG)] = i % 2;
      sum += VectorUtil.dotProduct(a, b);
    }
    return sum;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
