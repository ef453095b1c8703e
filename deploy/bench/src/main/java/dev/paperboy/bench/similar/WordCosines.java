package dev.paperboy.bench.similar;

import dev.paperboy.classify.topic.TextFeatures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cosines of TF-IDF vectors of words and pairs of words, the rarities those of some papers. */
final class WordCosines {
  private final Map<Integer, Integer> papersWith = new HashMap<>();
  private final int papers;

  /** A text's weights by slot, of length 1. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Weights(int[] slots, float[] weights) {
    double cosine(Weights other) {
      double sum = 0;
      for (int i = 0, j = 0; i < slots.length && j < other.slots.length; ) {
        if (slots[i] == other.slots[j]) {
          sum += weights[i++] * other.weights[j++];
        } else if (slots[i] < other.slots[j]) {
          i++;
        } else {
          j++;
        }
      }
      return sum;
    }
  }

  WordCosines(List<VersionPairs.Text> of) {
    papers = of.size();
    of.forEach(
        text ->
            Arrays.stream(features(text).slots())
                .forEach(slot -> papersWith.merge(slot, 1, Integer::sum)));
  }

  Weights weights(VersionPairs.Text text) {
    TextFeatures features = features(text);
    float[] weights = new float[features.slots().length];
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      int with = papersWith.getOrDefault(features.slots()[i], 0);
      float rarity = (float) Math.log((1.0 + papers) / (1 + with)) + 1;
      weights[i] = TextFeatures.weight(features.counts()[i], rarity);
      squares += weights[i] * weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) Math.max(1e-9, Math.sqrt(squares));
    }
    return new Weights(features.slots(), weights);
  }

  private static TextFeatures features(VersionPairs.Text text) {
    return TextFeatures.of(text.title(), text.abstractText(), null);
  }
}
