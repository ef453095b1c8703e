package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.ShelvedPaper;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

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
   * @param matches best first
   * @param most how many of them are shown in full
   * @return the same matches, those to be shown first
   */
  static List<Match> spread(List<Match> matches, int most) {
    if (matches.size() <= most) {
      return matches;
    }
    List<Match> shown = new ArrayList<>();
    List<Match> rest = new ArrayList<>();
    for (Match match : matches) {
      boolean room = shown.size() < most;
      (room && shown.stream().filter(other -> areAlike(match, other)).count() < ALIKE
              ? shown
              : rest)
          .add(match);
    }
    shown.addAll(rest);
    return shown;
  }

  private static boolean areAlike(Match one, Match other) {
    ShelvedPaper.Vector a = one.paper().paper().vector();
    ShelvedPaper.Vector b = other.paper().paper().vector();
    return a != null
        && b != null
        && a.encoder().equals(b.encoder())
        && a.int8().length == b.int8().length
        && VectorUtil.dotProduct(a.int8(), b.int8())
            >= ONE_THING * Math.sqrt((double) squares(a.int8()) * squares(b.int8()));
  }

  private static int squares(byte[] vector) {
    return VectorUtil.dotProduct(vector, vector);
  }
}
