package dev.paperboy.notify.digest;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Papers of a window by their places, each with a score.
 *
 * @param places ascending
 * @param scores one for each place
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Hits(int[] places, double[] scores) {
  static final Hits NONE = new Hits(new int[0], new double[0]);

  /** The others of them. */
  Hits without(IntPredicate unwanted) {
    if (Arrays.stream(places).noneMatch(unwanted)) {
      return this;
    }
    Builder rest = new Builder();
    forEach(
        (place, score) -> {
          if (!unwanted.test(place)) {
            rest.add(place, score);
          }
        });
    return rest.build();
  }

  /** Those that others have, too, with the sum of both scores. */
  Hits and(Hits others) {
    Builder both = new Builder();
    for (int i = 0, j = 0; i < places.length && j < others.places.length; ) {
      if (places[i] < others.places[j]) {
        i++;
      } else if (places[i] > others.places[j]) {
        j++;
      } else {
        both.add(places[i], scores[i++] + others.scores[j++]);
      }
    }
    return both.build();
  }

  /** These and others; of those that are in both the sum of both scores. */
  Hits or(Hits others) {
    if (places.length == 0) {
      return others;
    }
    Builder either = new Builder();
    int i = 0;
    int j = 0;
    while (i < places.length || j < others.places.length) {
      int one = i < places.length ? places[i] : Integer.MAX_VALUE;
      int other = j < others.places.length ? others.places[j] : Integer.MAX_VALUE;
      either.add(
          Math.min(one, other),
          (one <= other ? scores[i++] : 0) + (other <= one ? others.scores[j++] : 0));
    }
    return either.build();
  }

  /** Those that others don't have. */
  Hits without(Hits others) {
    return without(place -> others.index(place) >= 0);
  }

  /** Where among them a place is; negative where it is not. */
  int index(int place) {
    return Arrays.binarySearch(places, place);
  }

  int size() {
    return places.length;
  }

  /** What is done with a hit. */
  interface Use {
    void of(int place, double score);
  }

  void forEach(Use use) {
    for (int i = 0; i < places.length; i++) {
      use.of(places[i], scores[i]);
    }
  }

  /** Takes hits, best in the order of their places. */
  static final class Builder {
    private static final int FIRST = 32;
    private static final int DOUBLE = 2;

    private int[] places = new int[FIRST];
    private double[] scores = new double[FIRST];
    private int size;
    private boolean ordered = true;

    void add(int place, double score) {
      if (size == places.length) {
        places = Arrays.copyOf(places, DOUBLE * size);
        scores = Arrays.copyOf(scores, DOUBLE * size);
      }
      ordered &= size == 0 || places[size - 1] < place;
      places[size] = place;
      scores[size++] = score;
    }

    Hits build() {
      if (size == 0) {
        return NONE;
      }
      if (ordered) {
        return new Hits(Arrays.copyOf(places, size), Arrays.copyOf(scores, size));
      }
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (one, other) -> Integer.compare(places[one], places[other]));
      return new Hits(
          Arrays.stream(order).mapToInt(i -> places[i]).toArray(),
          Arrays.stream(order).mapToDouble(i -> scores[i]).toArray());
    }
  }
}
