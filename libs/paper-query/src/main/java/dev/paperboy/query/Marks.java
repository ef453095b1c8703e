package dev.paperboy.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Finds in a text what a query found in the index, by the same analysis. */
final class Marks {
  private record Token(String term, int start, int end) {}

  /** The terms of each position: a word, its stem, and a compound that begins with it. */
  private final List<List<Token>> positions = new ArrayList<>();

  Marks(String text) {
    try (TokenStream tokens = PaperDocument.analyzer().tokenStream(PaperDocument.ABSTRACT, text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (step.getPositionIncrement() > 0 || positions.isEmpty()) {
          positions.add(new ArrayList<>());
        }
        positions
            .getLast()
            .add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Mark> of(Node node) {
    return all(node).distinct().sorted(Comparator.comparingInt(Mark::start)).toList();
  }

  private Stream<Mark> all(Node node) {
    return switch (node) {
      case Node.And(var parts) -> parts.stream().flatMap(this::all);
      case Node.Or(var parts) -> parts.stream().flatMap(this::all);
      case Node.In(Field field, var part) when field == Field.TITLE || field == Field.ABSTRACT ->
          all(part);
      case Node.Word(var word) -> word(word);
      case Node.Phrase(var phrase) -> inOrder(Terms.of(phrase).inOrder(), phrase);
      case Node.Prefix(var start) -> {
        String folded = TextParts.joinedText(start);
        yield single(term -> term.startsWith(folded), start);
      }
      case Node.Meaning(var text) ->
          TextParts.compounds(text).stream()
              .map(
                  compound -> text.substring(compound.getFirst().start(), compound.getLast().end()))
              .flatMap(this::word);
      default -> Stream.of();
    };
  }

  private Stream<Mark> word(String word) {
    Terms terms = Terms.of(word);
    Stream<Mark> inOrder = inOrder(terms.inOrder(), word);
    return terms.joined().isEmpty()
        ? inOrder
        : Stream.concat(inOrder, single(terms.joined()::equals, word));
  }

  private Stream<Mark> single(Predicate<String> is, String asked) {
    return positions.stream()
        .flatMap(List::stream)
        .filter(token -> is.test(token.term()))
        .map(token -> new Mark(token.start(), token.end(), asked));
  }

  private Stream<Mark> inOrder(List<String> terms, String asked) {
    List<Mark> marks = new ArrayList<>();
    for (int at = 0; !terms.isEmpty() && at + terms.size() <= positions.size(); at++) {
      Token first = at(at, terms.getFirst());
      Token last = first;
      for (int i = 1; i < terms.size() && last != null; i++) {
        last = at(at + i, terms.get(i));
      }
      if (first != null && last != null) {
        marks.add(new Mark(first.start(), last.end(), asked));
      }
    }
    return marks.stream();
  }

  private Token at(int position, String term) {
    for (Token token : positions.get(position)) {
      if (token.term().equals(term)) {
        return token;
      }
    }
    return null;
  }
}
