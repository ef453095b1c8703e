package dev.paperboy.query;

import org.apache.lucene.analysis.Analyzer;

/** Analyses one author's name per value; names are not stemmed. */
final class AuthorAnalyzer extends Analyzer {
  /** Keeps a phrase from running over from one author into the next. */
  private static final int BETWEEN_AUTHORS = 100;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new PartTokenizer(AuthorParts::of));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return BETWEEN_AUTHORS;
  }
}
