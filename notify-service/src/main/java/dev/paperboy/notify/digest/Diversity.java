package dev.paperboy.notify.digest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps a digest from being five papers on one thing, whichever of its filters found them. */
final class Diversity {
  /** Papers on one thing that are shown before all others were; the rest comes behind. */
  private static final int ALIKE = 2;

  private final WindowIndex window;
  private final Set<Integer> first = new LinkedHashSet<>();
  private final Set<Integer> rest = new LinkedHashSet<>();

  Diversity(WindowIndex window) {
    this.window = window;
  }

  /**
   * Takes the best of what a filter finds; what is too like papers before it only where there is
   * nothing else.
   *
   * @param places of papers in the window, best first
   * @param most how many of them are shown in full, those of other filters among them
   */
  void take(List<Integer> places, int most) {
    List<Integer> putOff = new ArrayList<>();
    int taken = 0;
    for (int place : places) {
      if (taken == most) {
        return;
      }
      if (first.contains(place) || rest.contains(place)) {
        taken++;
      } else if (isOther(place)) {
        first.add(place);
        taken++;
      } else {
        putOff.add(place);
      }
    }
    rest.addAll(putOff.subList(0, Math.min(most - taken, putOff.size())));
  }

  private boolean isOther(int place) {
    int alike = 0;
    for (int other : first) {
      if (window.likeness(place, other) >= Selection.ONE_THING && ++alike == ALIKE) {
        return false;
      }
    }
    return true;
  }

  /** Places that are shown first. */
  Set<Integer> first() {
    return first;
  }

  /** Places that are shown behind them. */
  Set<Integer> rest() {
    return rest;
  }
}
