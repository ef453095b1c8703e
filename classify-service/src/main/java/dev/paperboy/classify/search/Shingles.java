package dev.paperboy.classify.search;

import java.util.Arrays;

/**
 * The runs of {@value #WORDS} neighbouring words of a text, hashed, each once: what two versions of
 * a text share and two texts about the same thing do not.
 *
 * <p>A. Z. Broder, "On the resemblance and containment of documents", SEQUENCES 1997.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record Shingles(long[] hashes) {
  /** Words of a shingle. */
  public static final int WORDS = 3;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long BETWEEN_WORDS = 0x9e3779b97f4a7c15L;

  /** Of title and abstract as one text; empty where that has fewer than {@value #WORDS} words. */
  public static Shingles of(String title, String abstractText) {
    long[] words = words(title + "\n" + abstractText);
    long[] hashes = new long[Math.max(0, words.length - WORDS + 1)];
    for (int i = 0; i < hashes.length; i++) {
      long hash = 0;
      for (int w = i; w < i + WORDS; w++) {
        hash = hash * BETWEEN_WORDS + words[w];
      }
      hashes[i] = hash;
    }
    return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray());
  }

  /** FNV-1a of each run of letters and digits, whatever its case. */
  private static long[] words(String text) {
    long[] words = new long[text.length() / 2 + 1];
    int count = 0;
    long word = FNV_OFFSET;
    boolean inside = false;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        word = (word ^ Character.toLowerCase(text.charAt(i))) * FNV_PRIME;
        inside = true;
      } else if (inside) {
        words[count++] = word;
        word = FNV_OFFSET;
        inside = false;
      }
    }
    return Arrays.copyOf(words, count);
  }

  /** Jaccard's index: the share of both texts' shingles that are in both, 0 to 1. */
  public double shared(Shingles other) {
    int both = 0;
    int mine = 0;
    int others = 0;
    while (mine < hashes.length && others < other.hashes.length) {
      int order = Long.compare(hashes[mine], other.hashes[others]);
      both += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      others += order >= 0 ? 1 : 0;
    }
    int either = hashes.length + other.hashes.length - both;
    return either == 0 ? 0 : (double) both / either;
  }
}
