package dev.paperboy.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.classify.search.Fusion;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.QueryShape;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Learns how far meaning is believed, for each shape of queries: the weight of a grid by which the
 * questions of that shape are answered best, on other papers and topics than are measured.
 */
public final class SearchTraining {
  private static final int STEPS = 20;

  private SearchTraining() {}

  /** The weights as the service reads them. */
  public static byte[] trained(BenchOptions options, Progress progress) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    SearchCorpus corpus = SearchCorpus.read(data, options.count().orElse(SearchBench.OTHERS), true);
    List<Question> questions =
        Stream.of(corpus.titles(), corpus.paraphrases(), corpus.keywords(), corpus.topicPages())
            .flatMap(List::stream)
            .toList();
    Map<QueryShape, Double> best = new EnumMap<>(QueryShape.class);
    Map<QueryShape, Double> bestScore = new EnumMap<>(QueryShape.class);
    try (SearchStand stand = SearchStand.of(corpus, progress)) {
      for (int step = 0; step <= STEPS; step++) {
        double weight = (double) step / STEPS;
        Map<QueryShape, Double> everywhere = new EnumMap<>(QueryShape.class);
        for (QueryShape shape : QueryShape.values()) {
          everywhere.put(shape, weight);
        }
        PaperSearch search = stand.search(Fusion.weighted(everywhere));
        for (QueryShape shape : QueryShape.values()) {
          double score =
              questions.stream()
                  .filter(question -> question.shape().filter(shape::equals).isPresent())
                  .mapToDouble(question -> question.answeredBy(search))
                  .average()
                  .orElse(0);
          progress.say(String.format(Locale.ROOT, "%s at %.2f: %.4f", shape, weight, score));
          if (score > bestScore.getOrDefault(shape, -1.0)) {
            bestScore.put(shape, score);
            best.put(shape, weight);
          }
        }
      }
    }
    return written(best).getBytes(UTF_8);
  }

  private static String written(Map<QueryShape, Double> weights) {
    StringBuilder text =
        new StringBuilder(
            """
            # Share of the meaning in a search's score, by the query's shape; the rest is its words.
            # Made by: ./paperboy train search --data DIR
            """);
    Map<String, Double> byName = new TreeMap<>();
    weights.forEach((shape, weight) -> byName.put(shape.name().toLowerCase(Locale.ROOT), weight));
    byName.forEach(
        (name, weight) -> text.append(String.format(Locale.ROOT, "%s=%.2f%n", name, weight)));
    return text.toString();
  }
}
