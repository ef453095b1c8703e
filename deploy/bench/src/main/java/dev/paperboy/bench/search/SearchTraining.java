package dev.paperboy.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.classify.search.Candidate;
import dev.paperboy.classify.search.Fusion;
import dev.paperboy.classify.search.ListOrder;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.classify.search.QueryShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns how far meaning is believed, for each shape of queries: the weight of a grid by which the
 * questions of that shape are answered best, on other papers and topics than are measured.
 */
public final class SearchTraining {
  private static final int STEPS = 50;

  private SearchTraining() {}

  /** What a question found, before it is ordered. */
  private record Found(Question question, List<Candidate> candidates, List<String> ids) {
    double score(QueryShape shape, Fusion fusion) {
      double[] scores = fusion.scores(shape, candidates);
      return question
          .score()
          .applyAsDouble(
              IntStream.range(0, scores.length)
                  .boxed()
                  .sorted(Comparator.comparingDouble(i -> -scores[i]))
                  .limit(question.depth())
                  .map(ids::get)
                  .toList());
    }
  }

  /** The weights as the service reads them. */
  public static byte[] trained(BenchOptions options, Progress progress) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    int others = options.count().orElse(SearchBench.OTHERS);
    SearchCorpus corpus = SearchCorpus.read(data, others, true);
    Map<QueryShape, Double> learned = new EnumMap<>(QueryShape.class);
    try (SearchStand stand = SearchStand.of(corpus, progress)) {
      Map<QueryShape, List<Found>> found = found(corpus, stand);
      progress.say("asked");
      for (QueryShape shape : QueryShape.values()) {
        learned.put(shape, best(shape, found.getOrDefault(shape, List.of()), progress));
      }
    }
    return written(learned, others).getBytes(UTF_8);
  }

  private static Map<QueryShape, List<Found>> found(SearchCorpus corpus, SearchStand stand)
      throws IOException {
    List<Candidate> last = new ArrayList<>();
    // In the order of the candidates, so that the list tells which paper each of them is.
    PaperSearch search =
        stand.search(
            (shape, all) -> {
              last.clear();
              last.addAll(all);
              return IntStream.range(0, all.size()).mapToDouble(i -> -i).toArray();
            });
    Map<QueryShape, List<Found>> found = new EnumMap<>(QueryShape.class);
    Stream.of(corpus.titles(), corpus.paraphrases(), corpus.keywords(), corpus.topicPages())
        .flatMap(List::stream)
        .filter(question -> question.shape().isPresent())
        .forEach(
            question -> {
              last.clear();
              List<String> ids =
                  search
                      .search(question.query(), ListOrder.RELEVANCE, 0, PaperSearch.DEEPEST)
                      .papers()
                      .stream()
                      .map(card -> card.id().local())
                      .toList();
              found
                  .computeIfAbsent(question.shape().orElseThrow(), shape -> new ArrayList<>())
                  .add(new Found(question, List.copyOf(last), ids));
            });
    return found;
  }

  private static double best(QueryShape shape, List<Found> found, Progress progress) {
    double best = 0;
    double bestScore = -1;
    for (int step = 0; step <= STEPS; step++) {
      double weight = (double) step / STEPS;
      Fusion fusion = Fusion.weighted(Map.of(shape, weight));
      double score = score(shape, found, fusion);
      if (step % (STEPS / 10) == 0) {
        progress.say(
            String.format(
                Locale.ROOT,
                "%s, %d questions, at %.2f: %.4f",
                shape,
                found.size(),
                weight,
                score));
      }
      if (score > bestScore) {
        bestScore = score;
        best = weight;
      }
    }
    return best;
  }

  /** The mean of the kinds of questions: topic pages are few beside the titles of as few words. */
  private static double score(QueryShape shape, List<Found> found, Fusion fusion) {
    return found.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.question().depth(),
                Collectors.averagingDouble(one -> one.score(shape, fusion))))
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static String written(Map<QueryShape, Double> weights, int others) {
    StringBuilder text =
        new StringBuilder(
            """
            # Share of the meaning in a search's score, by the query's shape; the rest is its words.
            # Made by: ./paperboy train search --data DIR --count %d
            """
                .formatted(others));
    Map<String, Double> byName = new TreeMap<>();
    weights.forEach((shape, weight) -> byName.put(shape.name().toLowerCase(Locale.ROOT), weight));
    byName.forEach(
        (name, weight) -> text.append(String.format(Locale.ROOT, "%s=%.2f%n", name, weight)));
    return text.toString();
  }
}
