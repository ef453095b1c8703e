package dev.paperboy.bench.topics;

import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.CategoryModel.Traits;
import dev.paperboy.classify.topic.TextFeatures;
import java.time.LocalDate;

/**
 * What training and measuring need of a paper.
 *
 * @param authors by {@link dev.paperboy.classify.topic.AuthorRecords#hash}
 * @param labels indices of its categories; those that are no labels are left out; the primary one
 *     first
 * @param vector null where it is not in the cache
 */
public record Paper(
    String id, LocalDate day, TextFeatures text, long[] authors, int[] labels, byte[] vector) {
  /** What the model looks at. */
  public Traits traits() {
    return new Traits(text, vector == null ? null : Vectors.fromBytes(vector), authors);
  }

  boolean is(int label) {
    for (int own : labels) {
      if (own == label) {
        return true;
      }
    }
    return false;
  }
}
