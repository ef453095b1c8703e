package dev.paperboy.ingest.source;

import dev.paperboy.ingest.paper.Origin;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A place that new papers come from. */
public interface PaperSource {
  /** The feed's name: key of its checkpoint and of {@code sources.v1}. */
  String feed();

  /**
   * Starts reading behind a checkpoint.
   *
   * @param checkpoint as the last page read gave it; null at the very start
   * @param now whether to look for news even where the source was read a short time ago
   * @throws IOException where the source cannot be read; the message is for its operator
   */
  Pages open(String checkpoint, boolean now) throws IOException;

  /** How the source comes by its descriptions; of two, the richer one counts. */
  default Origin origin() {
    return Origin.HARVEST;
  }

  /** How far a checkpoint has come; all unknown for sources that have no days. */
  default Reach reach(String checkpoint) {
    return new Reach(null, null, null);
  }

  /**
   * What the source itself counted of the latest day; null where it counts nothing, and what it
   * brought is what the store holds of it.
   */
  default Listed listed(String checkpoint) {
    return null;
  }

  /**
   * A day's announcement by a source's own count.
   *
   * @param day null where it didn't say
   * @param announced new papers by primary category
   * @param cut parts that may have been cut off
   */
  record Listed(LocalDate day, Map<String, Integer> announced, List<String> cut) {}

  /** Pages in the source's order, read one at a time. */
  interface Pages extends AutoCloseable {
    /** The next page; null where the source has no more for now. */
    Page next() throws IOException;

    @Override
    void close() throws IOException;
  }

  /**
   * The days that a source was read over.
   *
   * @param reading first day of the list that is being read, or will be first; null between lists
   * @param behind first day from which on all has been read; null where nothing was
   * @param target how far back it will be read; null where it doesn't say
   */
  record Reach(LocalDate reading, LocalDate behind, LocalDate target) {}
}
