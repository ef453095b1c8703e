package dev.paperboy.bench.phrases;

import dev.paperboy.classify.phrase.PhraseText;
import dev.paperboy.classify.phrase.PhraseText.Word;
import dev.paperboy.classify.phrase.StopWords;
import dev.paperboy.classify.phrase.WordRarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain ways to key phrases; all give keys of words, best first. */
final class PhraseBaselines {
  private static final int LONGEST = 4;

  private PhraseBaselines() {}

  /** The n-grams of one to four words, without function words at their ends, by tf · Σ idf. */
  static List<String> tfIdf(String text, WordRarity rarity, int most) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (List<Word> run : PhraseText.runs(text)) {
      for (int from = 0; from < run.size(); from++) {
        for (int to = from + 1; to <= Math.min(run.size(), from + LONGEST); to++) {
          List<Word> gram = run.subList(from, to);
          if (!isFunction(gram.getFirst()) && !isFunction(gram.getLast())) {
            scores.merge(key(gram), weight(gram, rarity), Double::sum);
          }
        }
      }
    }
    return best(scores, most);
  }

  /** Rose et al. 2010: runs between function words, by the sum of degree / frequency. */
  static List<String> rake(String text, int most) {
    List<List<Word>> candidates = new ArrayList<>();
    for (List<Word> run : PhraseText.runs(text)) {
      List<Word> phrase = new ArrayList<>();
      for (Word word : run) {
        if (isFunction(word) || word.isNumber()) {
          candidates.add(phrase);
          phrase = new ArrayList<>();
        } else {
          phrase.add(word);
        }
      }
      candidates.add(phrase);
    }
    candidates.removeIf(phrase -> phrase.isEmpty() || phrase.size() > LONGEST);
    Map<String, Integer> frequency = new HashMap<>();
    Map<String, Integer> degree = new HashMap<>();
    for (List<Word> phrase : candidates) {
      for (Word word : phrase) {
        frequency.merge(word.key(), 1, Integer::sum);
        degree.merge(word.key(), phrase.size(), Integer::sum);
      }
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    for (List<Word> phrase : candidates) {
      scores.put(
          key(phrase),
          phrase.stream()
              .mapToDouble(word -> (double) degree.get(word.key()) / frequency.get(word.key()))
              .sum());
    }
    return best(scores, most);
  }

  static String key(List<Word> words) {
    return words.stream().map(Word::key).reduce((a, b) -> a + " " + b).orElse("");
  }

  private static double weight(List<Word> gram, WordRarity rarity) {
    double sum = 0;
    for (Word word : gram) {
      for (String part : word.key().split(" ")) {
        sum += rarity.of(part);
      }
    }
    return sum;
  }

  private static boolean isFunction(Word word) {
    return StopWords.isFunctionWord(word.written());
  }

  private static List<String> best(Map<String, Double> scores, int most) {
    return scores.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
