package dev.paperboy.classify.phrase;

import dev.paperboy.classify.phrase.PhraseText.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases that a title and an abstract are about, lifted as they are written.
 *
 * <p>Candidates are runs of words without stop words, as in RAKE (Rose, Engel, Cramer and Cowley,
 * "Automatic keyword extraction from individual documents", 2010), cut to their last {@value
 * #LONGEST} words. They are weighed by the rarity of their words among papers, how often they come,
 * whether the title has them and how early they come, as YAKE does (Campos et al., "YAKE! Keyword
 * extraction from single documents using multiple local features", 2020). The weights were chosen
 * on papers listed before 2025-10 by {@code ./paperboy bench quality}, part key phrases.
 */
public final class KeyPhrases {
  /** Phrases of a paper at most. */
  public static final int MOST = 6;

  /** Words of a phrase at most. */
  public static final int LONGEST = 4;

  private static final double IN_TITLE = 1.5;
  private static final double NAME = 2.2;

  /** A phrase of n words weighs the mean of their rarities times this of n. */
  private static final double[] BY_LENGTH = {0, 0.4, 1.0, 1.05, 0.8};

  private static final double LATE = 0.35;
  private static final int LONGEST_CHARACTERS = 60;
  private static final Pattern LETTERS = Pattern.compile(".*\\p{L}{2}.*");

  /** Capitals or numbers within: names of methods, abbreviations. */
  private static final Pattern NAMED = Pattern.compile(".*\\p{L}.*\\p{Lu}.*|.*\\p{Lu}.*\\p{N}.*");

  private KeyPhrases() {}

  /** A phrase that came up, with what speaks for it. */
  private static final class Candidate {
    final List<Word> words;
    final int first;
    int count;
    boolean inTitle;

    Candidate(List<Word> words, int first) {
      this.words = words;
      this.first = first;
    }

    String written() {
      return words.stream().map(Word::written).collect(Collectors.joining(" "));
    }
  }

  /**
   * The phrases, best first, each as it is first written.
   *
   * @param title may hold LaTeX, which is in no phrase
   * @param abstractText the same
   */
  public static List<String> of(String title, String abstractText, WordRarity rarity) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    int at = collect(title, true, 0, candidates);
    int length = collect(abstractText, false, at, candidates);
    Map<Candidate, Double> scores = new HashMap<>();
    candidates.values().forEach(c -> scores.put(c, score(c, length, rarity)));
    List<String> chosen = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, Candidate> one :
        candidates.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Map.Entry<String, Candidate> e) -> -scores.get(e.getValue())))
            .toList()) {
      String key = " " + one.getKey() + " ";
      if (keys.stream().noneMatch(other -> other.contains(key) || key.contains(other))) {
        keys.add(key);
        chosen.add(one.getValue().written());
      }
      if (chosen.size() == MOST) {
        break;
      }
    }
    return List.copyOf(chosen);
  }

  private static int collect(
      String text, boolean title, int begin, Map<String, Candidate> candidates) {
    int at = begin;
    for (List<Word> run : PhraseText.runs(text)) {
      List<Word> phrase = new ArrayList<>();
      for (Word word : title ? withoutGerund(run) : run) {
        if (StopWords.isNowhere(word.written()) || word.isNumber()) {
          add(phrase, title, at, candidates);
          phrase = new ArrayList<>();
        } else {
          phrase.add(word);
        }
        at++;
      }
      add(phrase, title, at, candidates);
    }
    return at;
  }

  /** «Learning to rank …», «Envisioning beyond …»: what a title begins with in -ing is a verb. */
  private static List<Word> withoutGerund(List<Word> run) {
    return run.getFirst().key().endsWith("ing") ? run.subList(1, run.size()) : run;
  }

  private static void add(
      List<Word> run, boolean title, int end, Map<String, Candidate> candidates) {
    int from = Math.max(0, run.size() - LONGEST);
    while (from < run.size() && StopWords.isNotFirst(run.get(from).written())) {
      from++;
    }
    List<Word> words = run.subList(from, run.size());
    if (words.isEmpty() || !isWord(words)) {
      return;
    }
    String key = words.stream().map(Word::key).collect(Collectors.joining(" "));
    Candidate candidate =
        candidates.computeIfAbsent(key, k -> new Candidate(List.copyOf(words), end));
    candidate.count++;
    candidate.inTitle |= title;
  }

  private static boolean isWord(List<Word> words) {
    int characters = words.stream().mapToInt(word -> word.written().length() + 1).sum();
    return characters <= LONGEST_CHARACTERS
        && words.stream().allMatch(word -> word.written().length() > 1 || words.size() > 1)
        && words.stream().anyMatch(word -> LETTERS.matcher(word.written()).matches());
  }

  private static double score(Candidate candidate, int length, WordRarity rarity) {
    double sum = 0;
    for (Word word : candidate.words) {
      double rarest = 0;
      for (String part : word.key().split(" ")) {
        rarest = Math.max(rarest, rarity.of(part));
      }
      sum += rarest;
    }
    int words = candidate.words.size();
    double score = sum / words * BY_LENGTH[words] * (1 + Math.log(candidate.count));
    if (candidate.inTitle) {
      score *= IN_TITLE;
    }
    if (words == 1 && NAMED.matcher(candidate.words.getFirst().written()).matches()) {
      score *= NAME;
    }
    return score * (1 - LATE * candidate.first / Math.max(1, length));
  }
}
