package dev.paperboy.ingest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Fails where more comes out than an honest answer holds, such as of a gzip bomb, and says in an
 * operator's words where the stream itself fails.
 */
final class CappedStream extends FilterInputStream {
  private final long cap;
  private final String broken;
  private long left;

  /**
   * @param broken what it means that the stream fails
   */
  CappedStream(InputStream in, long cap, String broken) {
    super(in);
    this.cap = cap;
    this.broken = broken;
    this.left = cap;
  }

  /** The answer could not be read to its end; the message is for the operator. */
  static final class UnusableAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    UnusableAnswerException(String message, IOException cause) {
      super(message, cause);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? n : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = super.read(buffer, offset, length);
    } catch (UnusableAnswerException e) {
      throw e;
    } catch (IOException e) {
      throw new UnusableAnswerException(broken + " (" + e.getMessage() + ")", e);
    }
    left -= Math.max(n, 0);
    if (left < 0) {
      throw new UnusableAnswerException(
          "the answer is larger than %d MB, which no honest one is".formatted(cap / (1024 * 1024)),
          null);
    }
    return n;
  }
}
