package dev.paperboy.bench.search;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.stack.ScratchDirectory;
import dev.paperboy.bench.vectors.CacheFilling;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Description;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.search.Announcements;
import dev.paperboy.classify.search.Fusion;
import dev.paperboy.classify.search.IndexEntry;
import dev.paperboy.classify.search.IndexedPaper;
import dev.paperboy.classify.search.IndexedTrend;
import dev.paperboy.classify.search.IndexedVector;
import dev.paperboy.classify.search.PaperIndex;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.QueryVector;
import dev.paperboy.classify.search.QueryVectors;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.PaperId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The site's index over a corpus, without the service around it. */
final class SearchStand implements AutoCloseable {
  private final ScratchDirectory scratch;
  private final BgeSmallEncoder encoder;
  private final PaperIndex index;
  private final Map<String, QueryVector> kept = new ConcurrentHashMap<>();
  private final Map<String, byte[]> vectors;
  private final double papersPerSecond;
  private final ExecutorService queryEncoders =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private SearchStand(
      ScratchDirectory scratch,
      BgeSmallEncoder encoder,
      PaperIndex index,
      Map<String, byte[]> vectors,
      double papersPerSecond) {
    this.scratch = scratch;
    this.encoder = encoder;
    this.index = index;
    this.vectors = vectors;
    this.papersPerSecond = papersPerSecond;
  }

  /**
   * Encodes what the shared cache lacks, and indexes all.
   *
   * @param trends sums of the parts of trends by arXiv id
   */
  static SearchStand of(SearchCorpus corpus, Map<String, Double> trends, Progress progress)
      throws IOException {
    progress.say(
        String.format(
            Locale.ROOT,
            "%,d papers: %,d that are looked for, those of %d topics, %,d others",
            corpus.papers().size(),
            corpus.sought().size(),
            corpus.topics().size(),
            corpus.others()));
    CacheFilling.fill(corpus.papers().stream().map(DataPaper::text).toList(), progress);
    Map<String, byte[]> vectors = new HashMap<>();
    try (VectorCache cache = VectorCache.shared()) {
      for (DataPaper paper : corpus.papers()) {
        vectors.put(paper.id(), cache.get(paper.text()));
      }
    }
    return of(corpus, vectors, trends, progress);
  }

  /**
   * Indexes all.
   *
   * @param vectors of each paper, one signed byte per dimension, by arXiv id
   * @param trends sums of the parts of trends by arXiv id
   */
  static SearchStand of(
      SearchCorpus corpus,
      Map<String, byte[]> vectors,
      Map<String, Double> trends,
      Progress progress)
      throws IOException {
    ScratchDirectory scratch = ScratchDirectory.create();
    PaperIndex index =
        new PaperIndex(
            scratch.file("index"), JsonMapper.builder().addModule(new JavaTimeModule()).build());
    long begin = System.nanoTime();
    for (DataPaper paper : corpus.papers()) {
      String id = "arxiv:" + paper.id();
      IndexEntry entry = IndexEntry.EMPTY.with(indexed(id, paper, vectors.get(paper.id())));
      Double trend = trends.get(paper.id());
      index.put(
          id,
          trend == null
              ? entry
              : entry.with(new IndexedTrend(PaperId.parse(id), 1, Map.of(TrendParts.TEXT, trend))));
    }
    index.refresh();
    double speed = corpus.papers().size() / ((System.nanoTime() - begin) / 1e9);
    progress.say("indexed");
    return new SearchStand(
        scratch,
        new BgeSmallEncoder(Runtime.getRuntime().availableProcessors()),
        index,
        vectors,
        speed);
  }

  private static IndexedPaper indexed(String id, DataPaper paper, byte[] vector) {
    String field =
        paper.categories().isEmpty() ? "cs" : paper.categories().getFirst().split("\\.", 2)[0];
    return new IndexedPaper(
        PaperId.parse(id),
        1,
        "arxiv",
        1,
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.categories(),
        null,
        null,
        paper.day(),
        paper.day(),
        false,
        false,
        field,
        List.of(),
        List.of(),
        new IndexedVector(BgeSmallEncoder.ID, vector));
  }

  private QueryVector vector(String text) {
    Description description = Description.of(text);
    return new QueryVector(
        new IndexedVector(encoder.id(), Vectors.toBytes(encoder.encode(description.encoded()))),
        description.threshold());
  }

  /** Papers indexed a second. */
  double papersPerSecond() {
    return papersPerSecond;
  }

  /** What the index takes on disk. */
  long indexBytes() throws IOException {
    try (Stream<Path> files = Files.walk(scratch.file("index"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** One signed byte per dimension, by arXiv id. */
  Map<String, byte[]> vectors() {
    return vectors;
  }

  /** A search that encodes each text once. */
  PaperSearch search(Fusion fusion) throws IOException {
    return search(text -> Optional.of(kept.computeIfAbsent(text, this::vector)), fusion);
  }

  /**
   * A search as the site does it that encodes every text anew, to be timed; like there on threads
   * of the encoder's own, one per processor.
   */
  PaperSearch encodingSearch() throws IOException {
    return search(
        text ->
            Optional.of(CompletableFuture.supplyAsync(() -> vector(text), queryEncoders).join()),
        Fusion.byShape());
  }

  private PaperSearch search(QueryVectors vectors, Fusion fusion) throws IOException {
    try (InputStream yaml = Taxonomy.class.getResourceAsStream("/taxonomy.yaml")) {
      Taxonomy taxonomy = Taxonomy.read(yaml);
      Clock clock = Clock.systemUTC();
      return new PaperSearch(
          index, new Announcements(index, taxonomy, clock), taxonomy, clock, vectors, fusion);
    }
  }

  @Override
  public void close() throws IOException {
    queryEncoders.shutdownNow();
    index.close();
    encoder.close();
    scratch.close();
  }
}
