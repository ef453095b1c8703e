package dev.paperboy.bench.matching;

import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.query.Node;
import dev.paperboy.query.PaperDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The baseline of matching: each query compiled to a predicate, and asked of paper after paper. It
 * knows words, phrases, and AND, OR and NOT of them.
 */
final class Predicates {
  /** Of each of title and abstract, where each term stands. */
  record Positions(List<Map<String, int[]>> fields) {}

  private Predicates() {}

  static Positions of(ShelvedPaper paper) {
    return new Positions(
        List.of(
            positions(PaperDocument.TITLE, paper.title()),
            positions(PaperDocument.ABSTRACT, paper.abstractText())));
  }

  static Predicate<Positions> compile(Node node) {
    return switch (node) {
      case Node.Word(var text) -> phrase(text);
      case Node.Phrase(var text) -> phrase(text);
      case Node.And(var parts) ->
          parts.stream().map(Predicates::compile).reduce(Predicate::and).orElseThrow();
      case Node.Or(var parts) ->
          parts.stream().map(Predicates::compile).reduce(Predicate::or).orElseThrow();
      case Node.Not(var part) -> compile(part).negate();
      default -> throw new IllegalArgumentException("no predicate for " + node);
    };
  }

  private static Predicate<Positions> phrase(String text) {
    List<String> terms = terms(text);
    return paper -> {
      for (Map<String, int[]> field : paper.fields()) {
        if (stands(field, terms)) {
          return true;
        }
      }
      return false;
    };
  }

  private static boolean stands(Map<String, int[]> field, List<String> terms) {
    int[] first = field.get(terms.getFirst());
    if (first == null) {
      return false;
    }
    for (int begin : first) {
      int i = 1;
      while (i < terms.size() && has(field.get(terms.get(i)), begin + i)) {
        i++;
      }
      if (i == terms.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(int[] positions, int position) {
    if (positions != null) {
      for (int each : positions) {
        if (each == position) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    // A word comes as it is and then as its stem, by which queries find it.
    each(
        PaperDocument.ABSTRACT,
        text,
        (term, position) -> {
          if (position < terms.size()) {
            terms.set(position, term);
          } else {
            terms.add(term);
          }
        });
    return terms;
  }

  private static Map<String, int[]> positions(String field, String text) {
    Map<String, List<Integer>> found = new HashMap<>();
    each(
        field,
        text,
        (term, position) -> found.computeIfAbsent(term, key -> new ArrayList<>()).add(position));
    Map<String, int[]> positions = new HashMap<>();
    found.forEach(
        (term, at) -> positions.put(term, at.stream().mapToInt(Integer::intValue).toArray()));
    return positions;
  }

  private interface Use {
    void of(String term, int position);
  }

  private static void each(String field, String text, Use use) {
    try (TokenStream tokens = PaperDocument.analyzer().tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        use.of(term.toString(), position);
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
