package dev.paperboy.ingest.source;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import java.util.List;

/**
 * A stretch of a source that is announced and remembered as one.
 *
 * @param papers as read; ids may repeat, the later description counts
 * @param deleted papers that the source says are gone; one it describes as well is not
 * @param refusals records that could not be read
 * @param checkpoint where reading goes on behind this page
 */
public record Page(
    List<Paper> papers, List<PaperId> deleted, List<Refusal> refusals, String checkpoint) {

  /** A page of a source that never takes papers back. */
  public Page(List<Paper> papers, List<Refusal> refusals, String checkpoint) {
    this(papers, List.of(), refusals, checkpoint);
  }
}
