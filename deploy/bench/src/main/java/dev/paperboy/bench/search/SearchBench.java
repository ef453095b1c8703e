package dev.paperboy.bench.search;

import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.trend.HeldOutTrends;
import dev.paperboy.classify.search.Candidate;
import dev.paperboy.classify.search.Fusion;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.QueryShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Search as the site does it, beside the same candidates ranked by words alone, by meaning alone
 * and by reciprocal rank, and beside counted terms over the whole table; how many of the nearest
 * papers the graph finds; and how long a page takes, with the encoding of its query, facets and
 * all.
 */
public final class SearchBench implements Bench {
  /** Papers to be passed over, where the command line says nothing. */
  static final int OTHERS = 20_000;

  private static final String QUALITY = "quality";
  private static final String SPEED = "speed";
  private static final String GROWTH = "growth";

  private static final int PAGE = 25;
  private static final int NEAREST = 10;
  private static final int CLIENTS = 16;
  private static final int TIMED = 2_000;
  private static final int SEED = 7;

  /** Of reciprocal rank fusion. Cormack, Clarke and Büttcher, SIGIR 2009. */
  private static final double RANKS_FLATTENED = 60;

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String about() {
    return "finds listed papers of --data DIR among --count others; --only quality|speed|growth";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws Exception {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<Figure> figures = new ArrayList<>();
    if (wanted(options, QUALITY)) {
      figures.addAll(measure(options, progress));
    }
    if (options.only().filter(QUALITY::equals).isPresent()) {
      return figures;
    }
    SearchCorpus corpus = SearchCorpus.read(data, options.count().orElse(OTHERS), false);
    Map<String, byte[]> vectors;
    try (SearchStand stand = SearchStand.of(corpus, anyTrends(corpus), progress)) {
      vectors = stand.vectors();
      if (wanted(options, SPEED)) {
        figures.addAll(size("", corpus, stand, progress));
      }
    }
    if (wanted(options, GROWTH)) {
      figures.addAll(grown(data, corpus, vectors, progress));
    }
    return figures;
  }

  /** Trends that cost a search as much as real ones; every third paper has none to speak of. */
  private static Map<String, Double> anyTrends(SearchCorpus corpus) {
    Random random = new Random(SEED);
    Map<String, Double> trends = new HashMap<>();
    corpus
        .papers()
        .forEach(paper -> trends.put(paper.id(), Math.max(0, random.nextDouble() * 3 - 1)));
    return trends;
  }

  /** How good it is, without how fast. */
  public static List<Figure> measure(BenchOptions options, Progress progress) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    SearchCorpus corpus = SearchCorpus.read(data, options.count().orElse(OTHERS), false);
    Map<String, Double> trends = HeldOutTrends.of(data, corpus.papers(), progress);
    try (SearchStand stand = SearchStand.of(corpus, trends, progress)) {
      return quality(corpus, fusions(corpus, stand), progress);
    }
  }

  private static boolean wanted(BenchOptions options, String part) {
    return options.only().map(part::equals).orElse(true);
  }

  /**
   * The same of all papers. Those that were passed over have estimated vectors, for encoding all
   * takes hours; they are as many, as long and as near to each other.
   */
  private static List<Figure> grown(
      DataDirectory data, SearchCorpus encoded, Map<String, byte[]> vectors, Progress progress)
      throws Exception {
    SearchCorpus all = SearchCorpus.read(data, Integer.MAX_VALUE, false);
    Map<String, byte[]> either =
        EstimatedVectors.of(
            all.papers().stream().filter(paper -> !vectors.containsKey(paper.id())).toList(),
            encoded.papers(),
            vectors);
    progress.say("%,d vectors are estimated".formatted(either.size()));
    either.putAll(vectors);
    try (SearchStand stand = SearchStand.of(all, either, anyTrends(all), progress)) {
      return size("all: ", all, stand, progress);
    }
  }

  /** What depends on how many papers there are. */
  private static List<Figure> size(
      String of, SearchCorpus corpus, SearchStand stand, Progress progress) throws Exception {
    List<Figure> figures = new ArrayList<>();
    int papers = corpus.papers().size();
    figures.add(Figure.of(of + "papers searched", papers, "papers"));
    figures.add(Figure.of(of + "indexing", papers / stand.papersPerSecond(), "s"));
    figures.add(Figure.of(of + "indexing speed", stand.papersPerSecond(), "papers/s"));
    figures.add(Figure.of(of + "index", stand.indexBytes() / 1e6, "MB"));
    figures.add(
        Figure.of(
            of + "nearest " + NEAREST + ", recall of the graph",
            GraphRecall.at(
                NEAREST, corpus.sought(), stand.vectors(), stand.search(Fusion.byShape())),
            ""));
    progress.say("neighbours are compared");
    List<String> texts = corpus.texts();
    figures.addAll(
        latency(
            of, texts.subList(0, Math.min(TIMED, texts.size())), stand.encodingSearch(), progress));
    return figures;
  }

  /** How good the answer to a question is, ours first. */
  private static Map<String, ToDoubleFunction<Question>> fusions(
      SearchCorpus corpus, SearchStand stand) throws IOException {
    Map<String, ToDoubleFunction<Question>> searches = new LinkedHashMap<>();
    searches.put("ours", by(stand.search(Fusion.byShape())));
    searches.put("BM25", by(stand.search(once(Candidate::words))));
    searches.put("vector", by(stand.search(once(Candidate::cosine))));
    searches.put("ours without feedback", by(stand.search(once(Fusion.byShape()))));
    searches.put("ours without attention", by(stand.search(withoutAttention())));
    searches.put("attention", by(stand.search(once(Candidate::attention))));
    searches.put("RRF", by(stand.search(once((shape, all) -> reciprocalRanks(all)))));
    TermCounts counts = new TermCounts(corpus.papers());
    searches.put(
        "counted terms",
        question -> question.score().applyAsDouble(counts.best(question.text(), question.depth())));
    return searches;
  }

  private static Fusion once(ToDoubleFunction<Candidate> score) {
    return once((shape, all) -> all.stream().mapToDouble(score).toArray());
  }

  /** The same candidates as ours, ordered once, without feedback. */
  private static Fusion once(Fusion scores) {
    return new Fusion() {
      @Override
      public double[] scores(QueryShape shape, List<Candidate> candidates) {
        return scores.scores(shape, candidates);
      }

      @Override
      public boolean minds(QueryShape shape) {
        return Fusion.byShape().minds(shape);
      }
    };
  }

  /** As it would be without: the most noticed are not looked at either. */
  private static Fusion withoutAttention() {
    Map<QueryShape, Fusion.Weights> weights = new EnumMap<>(Fusion.learned());
    weights.replaceAll((shape, its) -> new Fusion.Weights(its.meaning(), 0));
    return Fusion.weighted(weights);
  }

  private static ToDoubleFunction<Question> by(PaperSearch search) {
    return question -> question.answeredBy(search);
  }

  private static double[] reciprocalRanks(List<Candidate> all) {
    double[] scores = new double[all.size()];
    for (ToDoubleFunction<Candidate> score :
        List.<ToDoubleFunction<Candidate>>of(Candidate::words, Candidate::cosine)) {
      int[] order =
          IntStream.range(0, scores.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -score.applyAsDouble(all.get(i))))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int rank = 0; rank < order.length; rank++) {
        scores[order[rank]] += 1 / (RANKS_FLATTENED + rank + 1);
      }
    }
    return scores;
  }

  private static List<Figure> quality(
      SearchCorpus corpus, Map<String, ToDoubleFunction<Question>> searches, Progress progress) {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("title to paper, MRR", corpus.titles(), searches).atLeast(0.995));
    progress.say("titles");
    figures.add(figure("paraphrase to paper, MRR", corpus.paraphrases(), searches).atLeast(0.99));
    progress.say("paraphrases");
    figures.add(figure("key words to paper, MRR", corpus.keywords(), searches));
    progress.say("key words");
    figures.add(
        figure("topic pages, nDCG@" + Question.TOPIC_DEPTH, corpus.topicPages(), searches)
            .atLeast(0.72));
    figures.add(
        figure(
            "topic pages, all topics together, nDCG@" + Question.TOPIC_DEPTH,
            corpus.mixedTopicPages(),
            searches));
    figures.add(
        figure(
            "topic pages, among listed papers only, nDCG@" + Question.TOPIC_DEPTH,
            corpus.listedTopicPages(),
            searches));
    progress.say("topics");
    return figures;
  }

  private static Figure figure(
      String name, List<Question> questions, Map<String, ToDoubleFunction<Question>> searches) {
    Figure figure = null;
    for (Map.Entry<String, ToDoubleFunction<Question>> search : searches.entrySet()) {
      double mean = questions.stream().mapToDouble(search.getValue()).average().orElse(0);
      figure = figure == null ? Figure.of(name, mean, "") : figure.beside(search.getKey(), mean);
    }
    return figure;
  }

  private static List<Figure> latency(
      String of, List<String> texts, PaperSearch search, Progress progress) throws Exception {
    timed(texts, search, 1);
    List<Figure> figures = new ArrayList<>();
    for (int clients : new int[] {1, CLIENTS}) {
      double[] millis = timed(texts, search, clients);
      String by = clients == 1 ? "1 client" : clients + " clients";
      figures.add(Figure.of(of + "a page, p50, " + by, percentile(millis, 50), "ms"));
      figures.add(
          Figure.of(of + "a page, p99, " + by, percentile(millis, 99), "ms")
              .atMost(clients == 1 ? 50 : 150));
      progress.say("timed with " + by);
    }
    return figures;
  }

  /** Milliseconds of each page, smallest first. */
  private static double[] timed(List<String> texts, PaperSearch search, int clients)
      throws Exception {
    double[] millis = new double[texts.size()];
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        int first = c;
        running.add(
            pool.submit(
                () -> {
                  for (int i = first; i < millis.length; i += clients) {
                    long begin = System.nanoTime();
                    search.explore(Question.query(texts.get(i)), ListOrder.RELEVANCE, 0, PAGE);
                    millis[i] = (System.nanoTime() - begin) / 1e6;
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double percentile(double[] sorted, int percent) {
    return sorted[Math.max(1, (int) Math.ceil(percent / 100.0 * sorted.length)) - 1];
  }
}
