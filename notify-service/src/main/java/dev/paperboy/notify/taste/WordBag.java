package dev.paperboy.notify.taste;

import dev.paperboy.query.PaperDocument;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A paper's words, as stems, and its pairs of neighbouring words: each hashed, with how often it
 * occurs. Two papers are compared by what both have; what the words were is not kept.
 */
public final class WordBag {
  /** Of a paper whose words are not known. */
  public static final WordBag EMPTY = new WordBag(new int[0], new byte[0]);

  /** Bags of another way to cut and hash can't be compared with these. */
  private static final byte FORMAT = 1;

  private static final int BYTES_EACH = Integer.BYTES + 1;
  private static final int PAIR = 0x1b873593;

  /** The bit of a hash that tells pairs from words. */
  private static final int OF_PAIRS = 1;

  /** Distinct, ascending. */
  private final int[] hashes;

  private final byte[] counts;

  private WordBag(int[] hashes, byte[] counts) {
    this.hashes = hashes;
    this.counts = counts;
  }

  /** Of a paper's text. */
  public static WordBag of(String title, String abstractText) {
    List<String> inTitle = PaperDocument.stems(title);
    List<String> inAbstract = PaperDocument.stems(abstractText);
    int[] all = new int[2 * (inTitle.size() + inAbstract.size())];
    int end = add(inAbstract, all, add(inTitle, all, 0));
    Arrays.sort(all, 0, end);
    return counted(all, end);
  }

  /** As {@link #toBytes()} wrote it; empty where that was another format, or nothing. */
  public static WordBag of(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != FORMAT || bytes.length % BYTES_EACH != 1) {
      return EMPTY;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    int size = buffer.remaining() / BYTES_EACH;
    int[] hashes = new int[size];
    byte[] counts = new byte[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = buffer.getInt();
      counts[i] = buffer.get();
    }
    return new WordBag(hashes, counts);
  }

  private static int add(List<String> words, int[] all, int begin) {
    int end = begin;
    int before = 0;
    for (int i = 0; i < words.size(); i++) {
      int word = words.get(i).hashCode();
      all[end++] = spread(word) & ~OF_PAIRS;
      if (i > 0) {
        all[end++] = spread(before * PAIR + word) | OF_PAIRS;
      }
      before = word;
    }
    return end;
  }

  /** The finalizer of MurmurHash3: strings' hashes of short words lie close together. */
  private static int spread(int hash) {
    int h = hash;
    h = (h ^ h >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  private static WordBag counted(int[] sorted, int end) {
    int[] hashes = new int[end];
    byte[] counts = new byte[end];
    int size = 0;
    for (int i = 0; i < end; i++) {
      if (size > 0 && hashes[size - 1] == sorted[i]) {
        counts[size - 1] = (byte) Math.min(Byte.MAX_VALUE, counts[size - 1] + 1);
      } else {
        hashes[size] = sorted[i];
        counts[size++] = 1;
      }
    }
    return new WordBag(Arrays.copyOf(hashes, size), Arrays.copyOf(counts, size));
  }

  /** To be kept: the format, and five bytes for each word. */
  public byte[] toBytes() {
    ByteBuffer buffer = ByteBuffer.allocate(1 + hashes.length * BYTES_EACH).put(FORMAT);
    for (int i = 0; i < hashes.length; i++) {
      buffer.putInt(hashes[i]).put(counts[i]);
    }
    return buffer.array();
  }

  boolean isEmpty() {
    return hashes.length == 0;
  }

  /** How many different words and pairs there are. */
  int size() {
    return hashes.length;
  }

  int hash(int index) {
    return hashes[index];
  }

  static boolean isPair(int hash) {
    return (hash & OF_PAIRS) != 0;
  }

  /** At most {@link Byte#MAX_VALUE}. */
  int count(int index) {
    return counts[index];
  }

  /** Where a hash stands; below 0 where it does not. */
  int indexOf(int hash) {
    return Arrays.binarySearch(hashes, hash);
  }
}
