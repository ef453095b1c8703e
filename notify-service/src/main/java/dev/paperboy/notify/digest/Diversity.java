package dev.paperboy.notify.digest;

import java.util.ArrayList;
import java.util.List;

/** Keeps a digest from being five papers on one thing. */
final class Diversity {
  /** Cosine from which two papers are on one thing: about that of parts of one study. */
  private static final double ONE_THING = 0.9;

  /** Papers on one thing that are shown in full; the rest comes behind all others. */
  private static final int ALIKE = 2;

  private Diversity() {}

  /**
   * Puts off what is too like the papers before it.
   *
   * @param places of papers in the window, best first
   * @param most how many of them are shown in full
   * @return the same places, those to be shown first
   */
  static List<Integer> spread(List<Integer> places, int most, WindowIndex window) {
    if (places.size() <= most) {
      return places;
    }
    List<Integer> shown = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (int place : places) {
      (shown.size() < most && alike(place, shown, window) < ALIKE ? shown : rest).add(place);
    }
    shown.addAll(rest);
    return shown;
  }

  private static long alike(int place, List<Integer> others, WindowIndex window) {
    return others.stream().filter(other -> window.likeness(place, other) >= ONE_THING).count();
  }
}
