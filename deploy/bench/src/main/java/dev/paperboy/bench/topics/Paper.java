package dev.paperboy.bench.topics;

import dev.paperboy.classify.topic.TextFeatures;
import java.time.LocalDate;

/**
 * What training and measuring need of a paper.
 *
 * @param labels indices of its categories; those that are no labels are left out
 * @param vector null where it is not in the cache
 */
record Paper(String id, LocalDate day, TextFeatures text, int[] labels, byte[] vector) {
  boolean is(int label) {
    for (int own : labels) {
      if (own == label) {
        return true;
      }
    }
    return false;
  }
}
