package dev.paperboy.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.bench.BenchOptions;
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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns how far meaning is believed and what attention adds, for each shape of queries: the
 * weights of a grid by which the questions of that shape are answered best, on other questions and
 * topics than are measured; without feedback.
 */
public final class SearchTraining {
  private static final int STEPS = 50;
  private static final int ATTENTION_STEPS = 20;

  /** A bound: with 1, what fits half as well could come first. */
  private static final double MOST_ATTENTION = 1;

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
    Map<QueryShape, Fusion.Weights> learned = new EnumMap<>(QueryShape.class);
    Map<String, Double> trends = HeldOutTrends.of(data, corpus.papers(), progress);
    if (trends.isEmpty()) {
      throw new IOException("too few listed papers with votes to learn what attention adds");
    }
    try (SearchStand stand = SearchStand.of(corpus, trends, progress)) {
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
            new Fusion() {
              @Override
              public double[] scores(QueryShape shape, List<Candidate> all) {
                last.clear();
                last.addAll(all);
                return IntStream.range(0, all.size()).mapToDouble(i -> -i).toArray();
              }

              @Override
              public boolean minds(QueryShape shape) {
                return shape == QueryShape.TOPIC;
              }
            });
    Map<QueryShape, List<Found>> found = new EnumMap<>(QueryShape.class);
    // Half of a topic's pages tell what is on it from what was never listed, half from what was.
    Stream.of(
            corpus.titles(),
            corpus.paraphrases(),
            corpus.keywords(),
            corpus.topicPages(),
            corpus.listedTopicPages())
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

  /** Who says more than a topic's name looks for one paper, known or not. */
  private static Fusion.Weights best(QueryShape shape, List<Found> found, Progress progress) {
    Fusion.Weights best = new Fusion.Weights(0, 0);
    double bestScore = -1;
    int attentionSteps = shape == QueryShape.TOPIC ? ATTENTION_STEPS : 0;
    for (int a = 0; a <= attentionSteps; a++) {
      for (int m = 0; m <= STEPS; m++) {
        Fusion.Weights weights =
            new Fusion.Weights((double) m / STEPS, MOST_ATTENTION * a / ATTENTION_STEPS);
        double score = score(shape, found, Fusion.weighted(Map.of(shape, weights)));
        if (m % (STEPS / 10) == 0) {
          progress.say(
              String.format(
                  Locale.ROOT,
                  "%s, %d questions, meaning %.2f, attention %.2f: %.4f",
                  shape,
                  found.size(),
                  weights.meaning(),
                  weights.attention(),
                  score));
        }
        if (score > bestScore) {
          bestScore = score;
          best = weights;
        }
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

  private static String written(Map<QueryShape, Fusion.Weights> learned, int others) {
    StringBuilder text =
        new StringBuilder(
            """
            # Share of the meaning in a search's score, by the query's shape; the rest is its words.
            # The share by which attention raises both at most.
            # Made by: ./paperboy train search --data DIR --count %d
            """
                .formatted(others));
    learned.forEach(
        (shape, weights) -> {
          String name = shape.name().toLowerCase(Locale.ROOT);
          text.append(String.format(Locale.ROOT, "%s.meaning=%.2f%n", name, weights.meaning()));
          text.append(String.format(Locale.ROOT, "%s.attention=%.2f%n", name, weights.attention()));
        });
    return text.toString();
  }
}
