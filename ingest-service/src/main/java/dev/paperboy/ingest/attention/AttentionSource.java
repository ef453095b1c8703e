package dev.paperboy.ingest.attention;

import dev.paperboy.ingest.source.Refusal;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** A place where papers are voted for, discussed, starred or cited. */
public interface AttentionSource {
  /** Its name: key of its checkpoint, and {@code source} of its observations. */
  String feed();

  /**
   * Starts looking.
   *
   * @param checkpoint as the last page gave it; null at the very start
   * @param now whether to look even where that was done a short time ago
   */
  Pages open(String checkpoint, boolean now);

  /** Pages, asked for one at a time. */
  @FunctionalInterface
  interface Pages {
    /**
     * The next page; null where there is no more for now.
     *
     * @throws IOException where the place can't be asked; the message is for the operator
     */
    Observed next() throws IOException;

    /** One page and no more. */
    static Pages once(Pages only) {
      Iterator<Pages> rest = List.of(only).iterator();
      return () -> rest.hasNext() ? rest.next().next() : null;
    }

    /** Nothing for now. */
    static Pages none() {
      return () -> null;
    }
  }

  /**
   * A page.
   *
   * @param observations what was seen
   * @param refusals records that could not be read
   * @param checkpoint where looking goes on behind this page
   */
  record Observed(List<Observation> observations, List<Refusal> refusals, String checkpoint) {}
}
