package dev.paperboy.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines as bytes, and passes over the rest of one that is too long to be meant. */
final class BoundedLines {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;

  /**
   * @param in where to read; not closed here
   * @param longest bytes of a line that are kept
   */
  BoundedLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its line feed, cut behind {@code longest + 1} bytes; null at the end. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    boolean any = false;
    while (true) {
      if (position == end) {
        end = in.read(buffer);
        position = 0;
        if (end < 0) {
          end = 0;
          return any ? line.toByteArray() : null;
        }
      }
      any = true;
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      int room = longest + 1 - line.size();
      line.write(buffer, start, Math.max(0, Math.min(room, position - start)));
      if (position < end) {
        position++;
        return line.toByteArray();
      }
    }
  }
}
