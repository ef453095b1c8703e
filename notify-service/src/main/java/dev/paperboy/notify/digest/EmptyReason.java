package dev.paperboy.notify.digest;

import jakarta.persistence.EnumeratedValue;

/** Why a day has nothing to mail. */
public enum EmptyReason {
  /** No source announced papers. */
  NO_ANNOUNCEMENT("no-announcement", "no papers were announced"),
  /** A source is behind, and there is nothing else. */
  SOURCE_STALE("source-stale", "the papers are late"),
  /** Papers came, none fits. */
  NOTHING_MATCHED("nothing-matched", "no new paper fits");

  @EnumeratedValue private final String label;
  private final String words;

  EmptyReason(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** Its name in the database. */
  String label() {
    return label;
  }

  /** In a few words. */
  String words() {
    return words;
  }
}
