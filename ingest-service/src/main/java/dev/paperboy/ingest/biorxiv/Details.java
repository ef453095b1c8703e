package dev.paperboy.ingest.biorxiv;

import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.source.Refusal;
import java.util.List;

/**
 * A page of the details API.
 *
 * @param papers in the answer's order
 * @param refusals records that could not be read
 * @param count records on this page, read or refused
 * @param cursor how many records stood before this page
 * @param total records of the whole interval
 */
record Details(List<Paper> papers, List<Refusal> refusals, int count, int cursor, int total) {
  /** Where the next page begins; -1 at the end. */
  int next() {
    return count == 0 || cursor + count >= total ? -1 : cursor + count;
  }
}
