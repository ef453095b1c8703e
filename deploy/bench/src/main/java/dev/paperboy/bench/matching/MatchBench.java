package dev.paperboy.bench.matching;

import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Machine;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.notify.digest.Edition;
import dev.paperboy.notify.digest.Matcher;
import dev.paperboy.notify.digest.Selection;
import dev.paperboy.notify.digest.WindowIndex;
import dev.paperboy.notify.digest.WindowPapers;
import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.taste.UnitVector;
import dev.paperboy.query.PaperQuery;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * A day's papers matched with the filters of very many readers, and their mails written.
 *
 * <p>What is in «readers × papers»: all that a digest computes until its papers are chosen, from
 * filters, vectors, marks and ledger lines that are in memory, in pages as the service has them;
 * the window's caches are empty when it begins. What is out: reading these from PostgreSQL, writing
 * the mails, which is measured on a part of the readers, and storing and sending them.
 */
public final class MatchBench implements Bench {
  private static final int READERS = 100_000;
  private static final double GOAL_SECONDS = 15;

  /** Readers handled together, as notify does. */
  private static final int PAGE = 200;

  /** Of so many pages one has its mails written. */
  private static final int WRITTEN = 10;

  private static final int WARMING = 10_000;
  private static final int QUERIES = 2_000;
  private static final int PROBES = 2_000;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 9);
  private static final long SEED = 7;
  private static final double TOPIC_CONFIDENCE = 0.5;

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
    List<Figure> figures = new ArrayList<>();
    all(day, options.count().orElse(READERS), progress, figures);
    WindowPapers papers = window(day);
    booleans(day, papers, progress, figures);
    vectors(day, papers, progress, figures);
    return figures;
  }

  private static WindowPapers window(RealDay day) {
    return new WindowPapers(day.papers(), day.topics(), DAY);
  }

  private static List<List<MadeUpReaders.MadeUp>> pages(RealDay day, int readers, long seed) {
    List<List<MadeUpReaders.MadeUp>> pages = new ArrayList<>();
    MadeUpReaders source = new MadeUpReaders(day, seed);
    for (int made = 0; made < readers; made += PAGE) {
      pages.add(
          IntStream.range(0, Math.min(PAGE, readers - made)).mapToObj(i -> source.next()).toList());
    }
    return pages;
  }

  private static void all(RealDay day, int readers, Progress progress, List<Figure> figures) {
    MailWriting mails = new MailWriting(day.topics());
    // A service that has run for a day has compiled code. Other readers, another window: no answer
    // is remembered from it.
    List<List<Edition>> warm = match(pages(day, WARMING, SEED + 100), window(day));
    write(warm.subList(0, warm.size() / WRITTEN), mails);
    List<List<MadeUpReaders.MadeUp>> pages = pages(day, readers, SEED);
    progress.say("%,d readers are made up".formatted(readers));
    long begin = System.nanoTime();
    WindowPapers papers = window(day);
    double indexed = seconds(begin);
    begin = System.nanoTime();
    List<List<Edition>> editions = match(pages, papers);
    double seconds = seconds(begin);
    long matches = editions.stream().flatMap(List::stream).mapToLong(Edition::matched).sum();
    progress.say("%,d matches".formatted(matches));
    List<List<Edition>> some =
        IntStream.range(0, editions.size())
            .filter(page -> page % WRITTEN == 0)
            .mapToObj(editions::get)
            .toList();
    begin = System.nanoTime();
    Written written = write(some, mails);
    double writing = seconds(begin);
    figures.add(
        Figure.of("%,d readers × %,d papers".formatted(readers, day.papers().size()), seconds, "s")
            .atMost(GOAL_SECONDS));
    figures.add(Figure.of("each reader", seconds / readers * 1e6, "µs"));
    figures.add(Figure.of("matches per reader", (double) matches / readers, "papers"));
    figures.add(Figure.of("indexing the day, once", indexed, "s"));
    figures.add(
        Figure.of("writing %,d mails".formatted(written.mails()), writing, "s")
            .beside("size of each, KB", written.bytes() / 1e3 / Math.max(1, written.mails())));
    figures.add(
        Figure.of("writing, each mail", writing / Math.max(1, written.mails()) * 1e6, "µs")
            .beside("matching, each reader", seconds / readers * 1e6));
    figures.add(Figure.of("resident, readers included", Machine.residentMegabytes(), "MB"));
  }

  private static List<List<Edition>> match(
      List<List<MadeUpReaders.MadeUp>> pages, WindowPapers papers) {
    Selection selection = new Selection(new Matcher(TOPIC_CONFIDENCE));
    return pages.parallelStream()
        .map(
            page -> {
              Map<String, Probe> probes = new HashMap<>();
              page.forEach(reader -> probes.putAll(reader.probes()));
              WindowIndex window = new WindowIndex(papers, probes);
              return page.stream()
                  .map(
                      reader ->
                          selection.select(
                              reader.filters(), window, reader.sent(), DAY, reader.likings(), null))
                  .toList();
            })
        .toList();
  }

  /** How many mails, and how large they are together. */
  private record Written(long mails, long bytes) {
    Written plus(Written other) {
      return new Written(mails + other.mails, bytes + other.bytes);
    }
  }

  private static Written write(List<List<Edition>> pages, MailWriting mails) {
    return pages.parallelStream()
        .flatMap(List::stream)
        .filter(edition -> !edition.shown().isEmpty())
        .map(mails::letter)
        .map(letter -> new Written(1, letter.html().length() + (long) letter.text().length()))
        .reduce(new Written(0, 0), Written::plus);
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
    float[][] floats =
        java.util.Arrays.stream(vectors).map(UnitVector::widened).toArray(float[][]::new);
    List<float[]> asked = probes.stream().map(p -> UnitVector.widened(p.int8())).toList();
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
      double fused = 0;
      for (float[] probe : asked) {
        for (float[] vector : floats) {
          fused += VectorUtil.dotProduct(vector, probe);
        }
      }
      bound = seconds(begin);
      sum += (long) fused;
    }
    progress.say("vectors are compared (" + sum % 10 + ")");
    figures.add(
        Figure.of("vectors: comparisons", products / ours / 1e6, "million/s")
            .beside("VectorUtil over the same bytes, products alone", products / lucene / 1e6)
            .beside("the same numbers as floats, FMA alone", products / bound / 1e6));
    figures.add(Figure.of("vectors: ours / VectorUtil", lucene / ours, ""));
    figures.add(Figure.of("vectors: ours / FMA over floats", bound / ours, ""));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
