package dev.paperboy.ingest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where more comes out than an honest answer holds, such as of a gzip bomb. */
final class CappedStream extends FilterInputStream {
  private long left;
  private final long cap;

  CappedStream(InputStream in, long cap) {
    super(in);
    this.left = cap;
    this.cap = cap;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  private void count(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("the answer is larger than " + cap / (1024 * 1024) + " MB");
    }
  }
}
