package dev.paperboy.bench.personal;

import dev.paperboy.classify.topic.TextFeatures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * TF-IDF of words and pairs of words, of length 1; the rarest, which say nothing of others, out.
 */
final class TfIdf {
  private static final int LEAST = 3;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final float[] rarities;

  /** A row's columns and their weights. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Row(int[] columns, float[] weights) {
    double dot(float[] dense) {
      double sum = 0;
      for (int i = 0; i < columns.length; i++) {
        sum += weights[i] * dense[columns[i]];
      }
      return sum;
    }

    void addTo(float[] dense, double times) {
      for (int i = 0; i < columns.length; i++) {
        dense[columns[i]] += (float) (weights[i] * times);
      }
    }
  }

  TfIdf(List<TextFeatures> texts) {
    Map<Integer, Integer> with = new HashMap<>();
    for (TextFeatures text : texts) {
      for (int slot : text.slots()) {
        with.merge(slot, 1, Integer::sum);
      }
    }
    with.entrySet().stream()
        .filter(each -> each.getValue() >= LEAST)
        .forEach(each -> columns.put(each.getKey(), columns.size()));
    rarities = new float[columns.size()];
    columns.forEach(
        (slot, column) ->
            rarities[column] = (float) Math.log((1.0 + texts.size()) / (1 + with.get(slot))) + 1);
  }

  int size() {
    return rarities.length;
  }

  Row row(TextFeatures text) {
    int[] own = new int[text.slots().length];
    float[] weights = new float[own.length];
    int size = 0;
    double squares = 0;
    for (int i = 0; i < own.length; i++) {
      Integer column = columns.get(text.slots()[i]);
      if (column != null) {
        own[size] = column;
        weights[size] = TextFeatures.weight(text.counts()[i], rarities[column]);
        squares += weights[size] * weights[size];
        size++;
      }
    }
    Row row = new Row(java.util.Arrays.copyOf(own, size), java.util.Arrays.copyOf(weights, size));
    for (int i = 0; i < size; i++) {
      row.weights()[i] /= (float) Math.max(1e-9, Math.sqrt(squares));
    }
    return row;
  }
}
