package dev.paperboy.classify.search;

/**
 * What makes two papers perhaps versions of one: nearly the same meaning, and partly the same
 * words. Readers are asked, nothing is ever merged: siblings of one series pass both, too.
 *
 * <p>The bounds are those of bge-small-en-v1.5 as int8; another encoder needs its own. Measured by
 * {@code ./paperboy bench quality}, part near-duplicates, on abstracts as listed and as announced
 * later.
 */
public final class NearDuplicates {
  /** Cosine of the int8 vectors from which two papers are looked at. */
  public static final double LEAST_COSINE = 0.97;

  /** {@link Shingles#shared} from which they may be versions of one. */
  public static final double LEAST_SHARED = 0.15;

  private NearDuplicates() {}

  /** Whether it is worth comparing the words. */
  public static boolean meanTheSame(double cosine) {
    return cosine >= LEAST_COSINE;
  }

  /** Whether they may be versions of one paper. */
  public static boolean related(double cosine, double shared) {
    return meanTheSame(cosine) && shared >= LEAST_SHARED;
  }
}
