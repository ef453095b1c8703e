package dev.paperboy.notify.taste;

/**
 * Numbers words by their hashes, from 0 on. Most words that are asked for are not in it, and are
 * told by a bit, since a look at the table itself is one into far memory.
 */
final class WordTable {
  static final int NONE = -1;

  private static final long HASH = 0xffffffff00000000L;
  private static final int BITS_FOR_EACH = 8;

  /**
   * A hash and, counted from 1, its number, at the first free place from where it belongs; or 0.
   */
  private final long[] slots;

  private final long[] bits;

  /**
   * @param hashes distinct; a hash's index is its number
   */
  WordTable(int[] hashes) {
    int size = Integer.highestOneBit(Math.max(Long.SIZE, hashes.length)) << 1;
    slots = new long[2 * size];
    bits = new long[BITS_FOR_EACH * size / Long.SIZE];
    for (int number = 0; number < hashes.length; number++) {
      int slot = first(hashes[number]);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = (long) hashes[number] << Integer.SIZE | number + 1;
      bits[bits(hashes[number])] |= 1L << hashes[number];
    }
  }

  private int first(int hash) {
    return hash & slots.length - 1;
  }

  private int bits(int hash) {
    return hash >>> Long.numberOfTrailingZeros(Long.SIZE) & bits.length - 1;
  }

  /** A hash's number; {@value #NONE} where it has none. */
  int number(int hash) {
    if ((bits[bits(hash)] >>> hash & 1) == 0) {
      return NONE;
    }
    int slot = first(hash);
    while (slots[slot] != 0) {
      if ((slots[slot] & HASH) == (long) hash << Integer.SIZE) {
        return (int) slots[slot] - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return NONE;
  }
}
