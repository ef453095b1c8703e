package dev.paperboy.classify.search;

/**
 * All that the index holds under one paper id. The two topics that feed it keep no order between
 * them, so either part may be missing for a while.
 *
 * @param paper null until the paper arrives
 * @param trend null until the trend arrives
 */
public record IndexEntry(IndexedPaper paper, IndexedTrend trend) {
  /** Of an id that nothing is known of. */
  public static final IndexEntry EMPTY = new IndexEntry(null, null);

  /** With a paper, unless a later version is there already; null takes it out. */
  public IndexEntry with(IndexedPaper next) {
    return next != null && paper != null && next.seq() <= paper.seq()
        ? this
        : new IndexEntry(next, trend);
  }

  /** With a trend, unless a later version is there already; null takes it out. */
  public IndexEntry with(IndexedTrend next) {
    return next != null && trend != null && next.seq() <= trend.seq()
        ? this
        : new IndexEntry(paper, next);
  }

  boolean isEmpty() {
    return paper == null && trend == null;
  }
}
