package dev.paperboy.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.KStemFilter;

/**
 * Analyses titles and abstracts: parts, then Krovetz' stemmer, which is light: it turns {@code
 * networks} into {@code network} but keeps {@code universe} and {@code university} apart. Stop
 * words stay, so that phrases are exact.
 */
final class TextAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    PartTokenizer parts = new PartTokenizer(TextParts::of);
    return new TokenStreamComponents(parts, new KStemFilter(parts));
  }
}
