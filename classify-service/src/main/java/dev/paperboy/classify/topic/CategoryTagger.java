package dev.paperboy.classify.topic;

import dev.paperboy.classify.topic.CategoryModel.Blend;
import dev.paperboy.classify.topic.CategoryModel.Evidence;
import dev.paperboy.classify.topic.CategoryModel.Traits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Suggests arXiv categories: all of them for a paper whose source has none, and missing cross-lists
 * for a paper of arXiv. Never those that the paper was given. Thread-safe.
 */
public final class CategoryTagger {
  /**
   * Likelihood from which a missing cross-list is suggested: its authors, who know better, left it
   * out.
   */
  public static final double MISSING = 0.6;

  private static final int MOST = 4;
  private static final int MOST_WORDS = 2;

  /** Longer ones are no words: what a text without spaces is hashed to may mean anything. */
  private static final int LONGEST_WORD = 40;

  private static final double SUREST = 0.99;

  private final CategoryModel model;
  private final boolean vectors;

  /**
   * @param encoder of the vectors it will be asked about; those of another than the model's can't
   *     be used, and words alone are
   */
  public CategoryTagger(CategoryModel model, String encoder) {
    this.model = model;
    this.vectors = model.encoder().equals(encoder);
  }

  /** What is looked at of a paper. */
  public record Paper(
      String title,
      String abstractText,
      String comments,
      List<String> authors,
      List<String> given,
      float[] vector) {}

  /**
   * The suggestions, likeliest first.
   *
   * @param ofArxiv whether the categories given are arXiv's
   */
  public List<CategoryTag> suggest(Paper paper, boolean ofArxiv) {
    Evidence evidence = vectors ? Evidence.ALL : Evidence.WORDS;
    double[][] odds =
        model.odds(
            evidence,
            new Traits(
                TextFeatures.of(paper.title(), paper.abstractText(), paper.comments()),
                paper.vector(),
                paper.authors().stream().mapToLong(AuthorRecords::hash).toArray()));
    Blend blend = model.blend(evidence);
    double[] likely = blend.likelihoods(odds);
    double least = ofArxiv ? MISSING : blend.threshold();
    List<Integer> found = new ArrayList<>();
    for (int l = 0; l < likely.length; l++) {
      if (likely[l] >= least && !(ofArxiv && paper.given().contains(model.labels().get(l)))) {
        found.add(l);
      }
    }
    found.sort(Comparator.comparingDouble(l -> -likely[l]));
    return found.stream()
        .limit(MOST)
        .map(
            l ->
                new CategoryTag(
                    model.labels().get(l),
                    Math.min(SUREST, Math.round(likely[l] * 1000) / 1000.0),
                    evidence(paper, l, odds, blend)))
        .toList();
  }

  /** Which heads speak for a label; that of the words by the words that do most. */
  private String evidence(Paper paper, int label, double[][] odds, Blend blend) {
    List<String> speaking = new ArrayList<>();
    List<String> words = words(paper, label);
    if (!words.isEmpty()) {
      speaking.add(
          "words " + words.stream().map(w -> "«" + w + "»").collect(Collectors.joining(", ")));
    }
    // Of rare labels even a likely one is seldom above even odds: a tenth is far above the usual.
    if (odds.length > 1 && blend.factors()[1][label] > 0 && odds[1][label] > Math.log(0.1 / 0.9)) {
      speaking.add("vector");
    }
    if (odds.length > 2 && blend.factors()[2][label] > 0 && odds[2][label] > 1) {
      speaking.add("the authors' earlier papers");
    }
    return speaking.isEmpty() ? "many weak signs" : String.join("; ", speaking);
  }

  private List<String> words(Paper paper, int label) {
    Map<String, Double> weights = new HashMap<>();
    collect(paper.title(), label, weights);
    collect(paper.abstractText(), label, weights);
    List<String> best =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    Set<String> kept = new LinkedHashSet<>();
    for (String words : best) {
      // «graph» tells nothing new beside «graph theory».
      if (kept.size() < MOST_WORDS && kept.stream().noneMatch(k -> overlap(k, words))) {
        kept.add(words);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean overlap(String one, String other) {
    List<String> words = List.of(one.split(" "));
    return List.of(other.split(" ")).stream().anyMatch(words::contains);
  }

  private void collect(String text, int label, Map<String, Double> weights) {
    String before = null;
    for (String word : Words.of(text)) {
      if (word.length() > LONGEST_WORD) {
        before = null;
        continue;
      }
      add(word, model.weight(TextFeatures.slot(null, word), label), weights);
      if (before != null) {
        add(before + " " + word, model.weight(TextFeatures.slot(before, word), label), weights);
      }
      before = word;
    }
  }

  private static void add(String words, double weight, Map<String, Double> weights) {
    if (weight > 0) {
      weights.merge(words, weight, Double::sum);
    }
  }
}
