package dev.paperboy.ingest.paper;

import java.util.Locale;

/**
 * How a description of a paper came to us, from the poorest to the richest.
 *
 * @see PaperMerge
 */
public enum Origin {
  /** An archive's listing of a day: without comments and the day of the first version. */
  LISTING,
  /** arXiv's query API: without licence, and without the day of announcement. */
  API,
  /** An archive's own records, harvested or from its snapshot. */
  HARVEST;

  /** As stored. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the stored form. */
  public static Origin of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }
}
