package dev.paperboy.bench.search;

import dev.paperboy.bench.data.DataPaper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The scorer of arxiv-sanity-lite, over an inverted table rather than over every text: twenty for
 * each word of the query in the title, ten for each among the authors, and how often the abstract
 * has it, three times at most. Whole words count here, parts of words there.
 */
final class TermCounts {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final double TITLE = 20;
  private static final double AUTHOR = 10;
  private static final int MOST_OFTEN = 3;

  private final List<String> ids = new ArrayList<>();
  private final Map<String, Map<Integer, Double>> scores = new HashMap<>();

  TermCounts(List<DataPaper> papers) {
    for (DataPaper paper : papers) {
      int number = ids.size();
      ids.add(paper.id());
      Map<String, Double> its = new HashMap<>();
      words(paper.abstractText())
          .forEach(word -> its.merge(word, 1.0, (a, b) -> Math.min(MOST_OFTEN, a + b)));
      words(String.join(" ", paper.authors())).stream()
          .distinct()
          .forEach(word -> its.merge(word, AUTHOR, Double::sum));
      words(paper.title()).stream().distinct().forEach(word -> its.merge(word, TITLE, Double::sum));
      its.forEach(
          (word, score) -> scores.computeIfAbsent(word, w -> new HashMap<>()).put(number, score));
    }
  }

  /** Ids of the best papers, of equal ones the first. */
  List<String> best(String query, int count) {
    Map<Integer, Double> sums = new HashMap<>();
    for (String word : words(query)) {
      scores.getOrDefault(word, Map.of()).forEach((paper, s) -> sums.merge(paper, s, Double::sum));
    }
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .map(one -> ids.get(one.getKey()))
        .toList();
  }

  private static List<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
