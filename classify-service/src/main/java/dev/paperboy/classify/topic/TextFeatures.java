package dev.paperboy.classify.topic;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a paper, its pairs of neighbouring words and, apart from them, the words of its
 * title and of what its authors remark ("accepted at …"), each hashed to a slot.
 *
 * @param slots distinct, ascending, below {@link #SPACE}
 * @param counts how often each slot occurs; at most {@link Byte#MAX_VALUE}
 */
public record TextFeatures(int[] slots, byte[] counts) {
  /** Slots are below this. */
  public static final int SPACE = 1 << 24;

  private static final int TITLE = 0x5bd1e995;
  private static final int PAIR = 0x1b873593;
  private static final int REMARK = 0x2545f491;

  /**
   * The features of a paper.
   *
   * @param comments may be null
   */
  public static TextFeatures of(String title, String abstractText, String comments) {
    List<String> inTitle = Words.of(title);
    List<String> inAbstract = Words.of(abstractText);
    List<String> remarked = comments == null ? List.of() : Words.of(comments);
    int[] all = new int[3 * inTitle.size() + 2 * inAbstract.size() + remarked.size()];
    int end = add(inTitle, all, 0);
    for (String word : inTitle) {
      all[end++] = slot(word.hashCode() * 31 + TITLE);
    }
    end = add(inAbstract, all, end);
    for (String word : remarked) {
      // Numbers of pages and figures, and years.
      if (!Character.isDigit(word.charAt(0))) {
        all[end++] = slot(word.hashCode() * 31 + REMARK);
      }
    }
    Arrays.sort(all, 0, end);
    return counted(all, end);
  }

  private static int add(List<String> words, int[] all, int begin) {
    int end = begin;
    int before = 0;
    for (int i = 0; i < words.size(); i++) {
      int word = words.get(i).hashCode();
      all[end++] = slot(word);
      if (i > 0) {
        all[end++] = slot(before * PAIR + word);
      }
      before = word;
    }
    return end;
  }

  /** The slot of a word, or of a pair of neighbouring words where {@code before} is not null. */
  static int slot(String before, String word) {
    return slot(before == null ? word.hashCode() : before.hashCode() * PAIR + word.hashCode());
  }

  /** Spreads a hash over the slots (the finalizer of MurmurHash3). */
  private static int slot(int hash) {
    int h = hash;
    h = (h ^ h >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return (h ^ h >>> 16) & SPACE - 1;
  }

  private static TextFeatures counted(int[] sorted, int end) {
    int[] slots = new int[end];
    byte[] counts = new byte[end];
    int size = 0;
    for (int i = 0; i < end; i++) {
      if (size > 0 && slots[size - 1] == sorted[i]) {
        counts[size - 1] = (byte) Math.min(Byte.MAX_VALUE, counts[size - 1] + 1);
      } else {
        slots[size] = sorted[i];
        counts[size++] = 1;
      }
    }
    return new TextFeatures(Arrays.copyOf(slots, size), Arrays.copyOf(counts, size));
  }

  /**
   * What {@code count} occurrences of a feature weigh before the length of the text is divided out.
   */
  public static float weight(int count, float rarity) {
    return (float) (1 + Math.log(count)) * rarity;
  }
}
