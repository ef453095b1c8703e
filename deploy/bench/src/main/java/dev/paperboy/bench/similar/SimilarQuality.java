package dev.paperboy.bench.similar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.paper.PaperFile;
import dev.paperboy.bench.vectors.CacheFilling;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/**
 * Similar papers by people's judgement: of 50 papers, each by one facet, the judged others are
 * ranked by likeness. A page's own ranking is the cosine of vectors, which knows of no facets.
 *
 * @see <a href="https://arxiv.org/abs/2103.12906">CSFCube</a>, for evaluation only (CC BY-NC)
 */
public final class SimilarQuality {
  private static final String DIRECTORY = "retrieval/csfcube";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOP = 20;

  /** Grades from which a paper counts as similar in the mean average precision. */
  private static final int RELEVANT = 2;

  private static final double HALF = 0.5;
  private static final double[] SHARES = {0.25, HALF, 1};
  private static final long SEED = 7;

  /** A paper in the ways that it is compared. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  private record Read(float[] vector, WordCosines.Weights words) {}

  private SimilarQuality() {}

  /** Empty, said aloud, where the judgements are not there. */
  public static List<Figure> measure(BenchOptions options, Progress progress) throws IOException {
    Path directory = options.dataDirectory().resolve(DIRECTORY);
    if (!Files.isReadable(directory.resolve("qrels.jsonl.gz"))) {
      progress.say("similar papers: skipped, the data have no " + DIRECTORY);
      return List.of();
    }
    Map<String, Read> papers = papers(directory, progress);
    Map<String, Map<String, Integer>> queries = new LinkedHashMap<>();
    for (JsonNode judged : lines(directory.resolve("qrels.jsonl.gz"))) {
      queries
          .computeIfAbsent(
              judged.path("query_id").asText() + "\t" + judged.path("facet").asText(),
              query -> new LinkedHashMap<>())
          .put(judged.path("doc_id").asText(), judged.path("relevance").asInt());
    }
    Map<String, double[]> others = new LinkedHashMap<>();
    others.put("words (TF-IDF)", score(queries, papers, SimilarQuality::words));
    for (double share : SHARES) {
      others.put(
          "vector + %.2f words".formatted(share),
          score(queries, papers, (one, other) -> vector(one, other) + share * words(one, other)));
    }
    Random random = new Random(SEED);
    others.put("random", score(queries, papers, (one, other) -> random.nextDouble()));
    double[] ours = score(queries, papers, SimilarQuality::vector);
    Figure gain = Figure.of("similar: nDCG@20", ours[0], "").atLeast(0.63);
    Figure precision = Figure.of("similar: MAP", ours[1], "").atLeast(0.42);
    for (Map.Entry<String, double[]> other : others.entrySet()) {
      gain = gain.beside(other.getKey(), other.getValue()[0]);
      precision = precision.beside(other.getKey(), other.getValue()[1]);
    }
    progress.say("similar papers are compared with people's judgement");
    return List.of(
        Figure.of("similar: papers asked about", queries.size(), "papers")
            .beside("judged", queries.values().stream().mapToInt(Map::size).sum()),
        gain,
        precision);
  }

  private static double vector(Read one, Read other) {
    return Vectors.dot(one.vector(), other.vector());
  }

  private static double words(Read one, Read other) {
    return one.words().cosine(other.words());
  }

  private static Map<String, Read> papers(Path directory, Progress progress) throws IOException {
    List<VersionPairs.Text> texts = new ArrayList<>();
    for (JsonNode paper : lines(directory.resolve("corpus.jsonl.gz"))) {
      texts.add(
          new VersionPairs.Text(
              paper.path("id").asText(),
              paper.path("title").asText(),
              paper.path("abstract").asText(),
              null));
    }
    CacheFilling.fill(texts.stream().map(SimilarQuality::encoded).toList(), progress);
    WordCosines words = new WordCosines(texts);
    Map<String, Read> read = new HashMap<>();
    try (VectorCache vectors = VectorCache.shared()) {
      for (VersionPairs.Text text : texts) {
        read.put(
            text.id(),
            new Read(Vectors.fromBytes(vectors.get(encoded(text))), words.weights(text)));
      }
    }
    return read;
  }

  private static String encoded(VersionPairs.Text text) {
    return text.title() + "\n" + text.abstractText();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader in = PaperFile.reader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  /** Means over queries of nDCG among the first {@value #TOP} and of average precision. */
  private static double[] score(
      Map<String, Map<String, Integer>> queries,
      Map<String, Read> papers,
      ToDoubleBiFunction<Read, Read> likeness) {
    double gain = 0;
    double precision = 0;
    for (Map.Entry<String, Map<String, Integer>> query : queries.entrySet()) {
      String id = query.getKey().split("\t", 2)[0];
      Map<String, Double> scores = new HashMap<>();
      for (String judged : query.getValue().keySet()) {
        if (!judged.equals(id)) {
          scores.put(judged, likeness.applyAsDouble(papers.get(id), papers.get(judged)));
        }
      }
      int[] grades =
          scores.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Double>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .mapToInt(judged -> query.getValue().get(judged.getKey()))
              .toArray();
      gain += gain(grades, TOP);
      precision += averagePrecision(grades, RELEVANT);
    }
    return new double[] {gain / queries.size(), precision / queries.size()};
  }

  /** nDCG of grades in the order of a ranking, with gains 2^grade - 1; 0 where all grades are 0. */
  static double gain(int[] grades, int top) {
    int[] best =
        Arrays.stream(grades)
            .boxed()
            .sorted(Comparator.reverseOrder())
            .mapToInt(Integer::intValue)
            .toArray();
    double ideal = discounted(best, top);
    return ideal == 0 ? 0 : discounted(grades, top) / ideal;
  }

  private static double discounted(int[] grades, int top) {
    double sum = 0;
    for (int i = 0; i < Math.min(top, grades.length); i++) {
      sum += ((1 << grades[i]) - 1) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
  }

  /** Of grades in the order of a ranking; 0 where none is relevant. */
  static double averagePrecision(int[] grades, int relevant) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < grades.length; i++) {
      if (grades[i] >= relevant) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return found == 0 ? 0 : sum / found;
  }
}
