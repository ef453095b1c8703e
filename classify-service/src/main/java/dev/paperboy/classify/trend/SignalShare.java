package dev.paperboy.classify.trend;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * No one signal of attention is more than a share of a paper's own score: what one place can be
 * made to say, such as votes that were bought, counts only as far as something else speaks for the
 * paper too.
 *
 * <p>A part is cut to share / (1 - share) times the sum of all the others. Parts are cut where they
 * are stored, so that the score stays the plain sum that the contract tells of.
 */
public final class SignalShare {
  /**
   * The most that one signal of attention is of a paper's score. Chosen on lists of votes ({@code
   * bench quality --only trend}): half of the papers that bought votes used to carry into a list's
   * first ten no longer come there, and the order of honest votes is told nearly as well.
   */
  public static final double MOST = 0.8;

  private static final double HALF = 0.5;
  private static final double PLACES = 1e4;

  private SignalShare() {}

  /**
   * Parts of attention as they count beside a paper's own.
   *
   * @param own parts that need nobody's vote
   * @param attention as {@link AttentionParts#of} gives them
   * @return the same, the largest of them cut where it is more than {@value #MOST} of all, rounded
   *     down to four places; left out where nothing is left of it
   */
  public static Map<String, Double> capped(Map<String, Double> own, Map<String, Double> attention) {
    return capped(own, attention, MOST);
  }

  /**
   * The same with another share.
   *
   * @param share at least a half, so that no more than one part can be above it; less than one
   */
  public static Map<String, Double> capped(
      Map<String, Double> own, Map<String, Double> attention, double share) {
    if (share < HALF || share >= 1) {
      throw new IllegalArgumentException("a share of " + share);
    }
    Map<String, Double> capped = new LinkedHashMap<>(attention);
    attention.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            largest -> {
              double others = sum(own) + sum(attention) - largest.getValue();
              double most = Math.floor(others * share / (1 - share) * PLACES) / PLACES;
              if (most <= 0) {
                capped.remove(largest.getKey());
              } else if (largest.getValue() > most) {
                capped.put(largest.getKey(), most);
              }
            });
    return capped;
  }

  private static double sum(Map<String, Double> parts) {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
