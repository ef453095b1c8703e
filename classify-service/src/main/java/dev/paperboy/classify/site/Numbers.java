package dev.paperboy.classify.site;

import java.util.Locale;

/** Counts as the site writes them. */
final class Numbers {
  private Numbers() {}

  /** «1 paper» or «1,412 papers». */
  static String papers(long count) {
    return String.format(Locale.UK, count == 1 ? "%,d paper" : "%,d papers", count);
  }
}
