package dev.paperboy.notify.taste;

import dev.paperboy.query.PaperDocument;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A paper's words, as stems, each hashed, with how often it occurs. Two papers are compared by what
 * both have; what the words were is not kept.
 */
public final class WordBag {
  /** Of a paper whose words are not known. */
  public static final WordBag EMPTY = new WordBag(new int[0], new byte[0]);

  /** Bags of another way to cut and hash can't be compared with these. */
  private static final byte FORMAT = 1;

  private static final int BYTES_EACH = Integer.BYTES + 1;

  /** Distinct, ascending. */
  private final int[] hashes;

  private final byte[] counts;

  private WordBag(int[] hashes, byte[] counts) {
    this.hashes = hashes;
    this.counts = counts;
  }

  /** Of a paper's text. */
  public static WordBag of(String title, String abstractText) {
    int[] all =
        Stream.of(title, abstractText)
            .map(PaperDocument::stems)
            .flatMap(List::stream)
            .mapToInt(String::hashCode)
            .sorted()
            .toArray();
    return counted(all);
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

  private static WordBag counted(int[] sorted) {
    int[] hashes = new int[sorted.length];
    byte[] counts = new byte[sorted.length];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
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

  /** Whether there is none. */
  public boolean isEmpty() {
    return hashes.length == 0;
  }

  /** How many different words there are. */
  int size() {
    return hashes.length;
  }

  /** Of the word at a place; ascending. */
  int hash(int index) {
    return hashes[index];
  }

  /** At most {@link Byte#MAX_VALUE}. */
  int count(int index) {
    return counts[index];
  }
}
