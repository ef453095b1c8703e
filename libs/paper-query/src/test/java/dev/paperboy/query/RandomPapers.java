package dev.paperboy.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes papers of few words, so that random queries find some of them. */
final class RandomPapers {
  static final List<String> WORDS =
      List.of(
          "deep",
          "sets",
          "set",
          "graph",
          "graphs",
          "pre-training",
          "pretraining",
          "training",
          "pre",
          "of",
          "the",
          "large-scale",
          "GPT-4",
          "gpt4",
          "4",
          "C++",
          "$\\mathcal{O}(n)$",
          "n",
          "networks",
          "network",
          "Gödel",
          "L^2",
          "f(x)");
  private static final List<String> AUTHORS =
      List.of(
          "Ada Lovelace",
          "A. Lovelace",
          "Ada King Lovelace",
          "King, Ada",
          "Öl Lovelace",
          "A. B. C. D. Lovelace",
          "Lovelace Ada");
  private static final List<String> CATEGORIES = List.of("cs.LG", "cs.CL", "math.AG", "hep-th");
  private static final List<String> TOPICS = List.of("deep-sets", "Graphs", "other");

  private final Random random;

  RandomPapers(Random random) {
    this.random = random;
  }

  List<PaperText> papers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(this::paper).toList();
  }

  private PaperText paper(int number) {
    return new PaperText(
        "arxiv:2605.%05d".formatted(number),
        String.join(" ", some(WORDS, 1 + random.nextInt(4))),
        some(WORDS, random.nextInt(8)).stream().collect(Collectors.joining(", ")),
        some(AUTHORS, random.nextInt(3)),
        some(CATEGORIES, 1 + random.nextInt(2)),
        some(TOPICS, random.nextInt(3)),
        random.nextBoolean() ? "arxiv" : "snapshot",
        LocalDate.of(2026, 5, 1 + random.nextInt(20)),
        random.nextInt(5) / 10.0);
  }

  private List<String> some(List<String> of, int count) {
    return random.ints(count, 0, of.size()).mapToObj(of::get).toList();
  }
}
