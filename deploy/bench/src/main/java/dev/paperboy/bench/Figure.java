package dev.paperboy.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured number, with what it is compared with.
 *
 * @param value in {@code unit}
 * @param unit such as {@code papers/s}; empty for a ratio
 * @param goal what it should be; null where nothing is demanded
 * @param baselines numbers of the same unit, measured in the same run
 */
public record Figure(
    String name, double value, String unit, Goal goal, Map<String, Double> baselines) {

  /**
   * What a figure should be.
   *
   * @param most whether {@code value} is the most it may be; else it is the least
   */
  public record Goal(double value, boolean most) {
    boolean isMetBy(double measured) {
      return most ? measured <= value : measured >= value;
    }
  }

  public Figure {
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
  }

  public static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, null, Map.of());
  }

  public Figure atLeast(double least) {
    return new Figure(name, value, unit, new Goal(least, false), baselines);
  }

  public Figure atMost(double most) {
    return new Figure(name, value, unit, new Goal(most, true), baselines);
  }

  /** The same beside one more baseline. */
  public Figure beside(String baseline, double measured) {
    Map<String, Double> all = new LinkedHashMap<>(baselines);
    all.put(baseline, measured);
    return new Figure(name, value, unit, goal, all);
  }

  /** Whether the goal is met; null where there is none. */
  public Boolean met() {
    return goal == null ? null : (Boolean) goal.isMetBy(value);
  }
}
