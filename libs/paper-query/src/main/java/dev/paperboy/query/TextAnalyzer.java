package dev.paperboy.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;

/**
 * Analyses titles and abstracts: parts, then Krovetz' stemmer, which is light: it turns {@code
 * networks} into {@code network} but keeps {@code universe} and {@code university} apart. Stop
 * words stay, so that phrases are exact.
 */
final class TextAnalyzer extends Analyzer {
  private final boolean alsoUnstemmed;

  private TextAnalyzer(boolean alsoUnstemmed) {
    this.alsoUnstemmed = alsoUnstemmed;
  }

  /** For papers: words also stay as they are, so that {@code trainin*} finds {@code training}. */
  static TextAnalyzer ofPapers() {
    return new TextAnalyzer(true);
  }

  /** For the words of queries: stems only. */
  static TextAnalyzer ofQueries() {
    return new TextAnalyzer(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    PartTokenizer parts = new PartTokenizer(TextParts::of);
    return new TokenStreamComponents(
        parts,
        alsoUnstemmed
            ? new RemoveDuplicatesTokenFilter(new KStemFilter(new KeywordRepeatFilter(parts)))
            : new KStemFilter(parts));
  }
}
