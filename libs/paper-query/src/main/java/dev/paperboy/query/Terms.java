package dev.paperboy.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The terms by which the words of a query are found in the index.
 *
 * @param inOrder one after another
 * @param joined the same text as one term, empty unless it is a single compound
 */
record Terms(List<String> inOrder, String joined) {
  private static final Analyzer ANALYZER = TextAnalyzer.ofQueries();

  static Terms of(String text) {
    List<String> inOrder = new ArrayList<>();
    String joined = "";
    int joinedEnd = -1;
    int end = 0;
    try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (step.getPositionIncrement() > 0) {
          inOrder.add(term.toString());
          end = offset.endOffset();
        } else if (inOrder.size() == 1) {
          joined = term.toString();
          joinedEnd = offset.endOffset();
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Terms(List.copyOf(inOrder), joinedEnd == end ? joined : "");
  }
}
