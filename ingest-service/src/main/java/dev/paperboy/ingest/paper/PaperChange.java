package dev.paperboy.ingest.paper;

import java.time.LocalDate;

/**
 * A paper to announce, and why.
 *
 * @param paper as it is now
 * @param origin whose description that is
 * @param kind what changed
 * @param seq the row version that this announcement makes
 * @param announced announcement date of the first version
 */
public record PaperChange(
    Paper paper, Origin origin, ChangeKind kind, long seq, LocalDate announced) {

  /** The fingerprint that tells this state from others. */
  public byte[] contentHash() {
    return ContentHash.of(paper);
  }
}
