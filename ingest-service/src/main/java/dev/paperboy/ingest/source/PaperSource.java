package dev.paperboy.ingest.source;

import java.io.IOException;

/** A place that new papers come from. */
public interface PaperSource {
  /** The feed's name: key of its checkpoint and of {@code sources.v1}. */
  String feed();

  /**
   * Starts reading behind a checkpoint.
   *
   * @param checkpoint as the last page read gave it; null at the very start
   * @throws IOException where the source cannot be read; the message is for its operator
   */
  Pages open(String checkpoint) throws IOException;

  /** Pages in the source's order, read one at a time. */
  interface Pages extends AutoCloseable {
    /** The next page; null where the source has no more for now. */
    Page next() throws IOException;

    @Override
    void close() throws IOException;
  }
}
