package dev.paperboy.notify.digest;

import dev.paperboy.notify.wording.Wording;
import jakarta.persistence.EnumeratedValue;

/** Why a day has nothing to mail. */
public enum EmptyReason {
  /** No source announced papers. */
  NO_ANNOUNCEMENT("no-announcement"),
  /** A source is behind, and there is nothing else. */
  SOURCE_STALE("source-stale"),
  /** Papers came, none fits. */
  NOTHING_MATCHED("nothing-matched");

  private static final Wording WORDS = Wording.of("digest");

  @EnumeratedValue private final String label;

  EmptyReason(String label) {
    this.label = label;
  }

  /** Its name in the database. */
  String label() {
    return label;
  }

  /** In a few words. */
  String words() {
    return WORDS.say("empty.brief." + label);
  }
}
