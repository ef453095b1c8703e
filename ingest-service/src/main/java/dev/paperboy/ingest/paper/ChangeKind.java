package dev.paperboy.ingest.paper;

import java.util.Locale;

/** What an announcement changed of a paper, seen from what was announced before. */
public enum ChangeKind {
  NEW,
  REPLACED,
  CROSS,
  METADATA,
  WITHDRAWN,
  NONE;

  /** As written in {@code papers.announced.v1}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
