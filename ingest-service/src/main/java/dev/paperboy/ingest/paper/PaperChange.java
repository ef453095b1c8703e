package dev.paperboy.ingest.paper;

import java.time.LocalDate;

/**
 * A paper to announce, and why.
 *
 * @param paper as it is now
 * @param kind what changed
 * @param seq the row version that this announcement makes
 * @param announced announcement date of the first version
 */
public record PaperChange(Paper paper, ChangeKind kind, long seq, LocalDate announced) {

  /** The fingerprint that tells this state from others. */
  public byte[] contentHash() {
    return ContentHash.of(paper);
  }
}
