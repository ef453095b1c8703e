package dev.paperboy.notify.digest;

/**
 * What became of a reader's digest when it was to be made.
 *
 * @param words for the operator, without the reader's address
 */
record DigestOutcome(Reader reader, Kind kind, String words) {
  enum Kind {
    CREATED,
    EXISTING,
    WAITING,
    RESTING,
    /** Something broke; nothing was stored. */
    FAILED
  }
}
