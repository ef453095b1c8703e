package dev.paperboy.classify.search;

/** What comes first in a list. */
public enum ListOrder {
  /** Best match, equal ones by trend. */
  RELEVANCE,
  /** Highest trend score at the business date. */
  TREND,
  /** Latest announcement, those of a day by trend. */
  DATE
}
