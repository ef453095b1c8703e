package dev.paperboy.ingest.arxiv;

import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.source.Refusal;
import java.time.LocalDate;
import java.util.List;

/**
 * What arXiv announced on a day, as its daily feed lists it.
 *
 * @param day the announcement date; null where the feed doesn't say
 * @param items in the feed's order
 * @param refusals items that could not be read
 */
record Listing(LocalDate day, List<Item> items, List<Refusal> refusals) {
  /** Feeds end here, whatever else there was to tell. */
  static final int MOST = 2000;

  /** A listed paper, and why it is listed. */
  record Item(Paper paper, AnnounceType type) {}

  List<Paper> papers() {
    return items.stream().map(Item::paper).toList();
  }

  /** Whether the feed may have been cut off at its limit. */
  boolean isFull() {
    return items.size() + refusals.size() >= MOST;
  }
}
