package dev.paperboy.classify.site;

import dev.paperboy.classify.phrase.StopWords;
import dev.paperboy.query.Mark;
import dev.paperboy.query.PaperQuery;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The two sentences of a text that say most of what a query asks for, its words marked. */
final class Passages {
  /** About four lines on a desk. */
  static final int LONGEST = 480;

  private static final int SENTENCES = 2;

  /** In less nothing is said. */
  private static final int FEWEST = 20;

  private Passages() {}

  private record Span(int start, int end) {
    boolean holds(Mark mark) {
      return start <= mark.start() && mark.end() <= end;
    }
  }

  /**
   * Two sentences in their order, or the beginning where none says anything.
   *
   * @param text readable, one line
   */
  static List<Piece> of(String text, PaperQuery query) {
    List<Mark> marks =
        query.marks(text).stream().filter(m -> !StopWords.isFunctionWord(m.asked())).toList();
    if (marks.isEmpty()) {
      return List.of(new Piece(Excerpt.of(text), false));
    }
    List<Span> sentences = sentences(text);
    List<Piece> pieces = new ArrayList<>();
    int room = LONGEST;
    Span before = null;
    for (Span sentence : best(sentences, marks)) {
      if (before != null) {
        boolean next = text.substring(before.end(), sentence.start()).isBlank();
        pieces.add(new Piece(next ? " " : " … ", false));
      }
      Span shown = shortened(text, sentence, room);
      add(pieces, text, shown, marks);
      if (shown.end() < sentence.end()) {
        pieces.add(new Piece("…", false));
        break;
      }
      room -= shown.end() - shown.start();
      if (room < FEWEST) {
        break;
      }
      before = sentence;
    }
    return pieces;
  }

  /** Those with most different words of the query, then most of them, then the earlier. */
  private static List<Span> best(List<Span> sentences, List<Mark> marks) {
    List<List<String>> asked =
        sentences.stream()
            .map(s -> marks.stream().filter(s::holds).map(Mark::asked).toList())
            .toList();
    Comparator<Integer> byWords =
        Comparator.comparingLong(i -> -asked.get(i).stream().distinct().count());
    return IntStream.range(0, sentences.size())
        .boxed()
        .sorted(
            byWords
                .thenComparingInt(i -> -asked.get(i).size())
                .thenComparing(Comparator.naturalOrder()))
        .limit(SENTENCES)
        .sorted()
        .map(sentences::get)
        .toList();
  }

  private static List<Span> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<Span> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      int last = start + text.substring(start, end).stripTrailing().length();
      // «et al.» and «e.g.» end no sentence.
      if (!sentences.isEmpty()
          && text.substring(sentences.getLast().start(), sentences.getLast().end())
              .matches("(?s).*\\b(al|e\\.g|i\\.e|cf|vs|Fig)\\.")) {
        sentences.add(new Span(sentences.removeLast().start(), last));
      } else if (last > start) {
        sentences.add(new Span(start, last));
      }
    }
    return sentences;
  }

  /** As much of a sentence as there is room for, in whole words. */
  private static Span shortened(String text, Span sentence, int room) {
    if (sentence.end() - sentence.start() <= room) {
      return sentence;
    }
    String words = Excerpt.words(text.substring(sentence.start(), sentence.end()), room + 1);
    return new Span(sentence.start(), sentence.start() + words.length() - 1);
  }

  private static void add(List<Piece> pieces, String text, Span shown, List<Mark> marks) {
    int at = shown.start();
    for (Mark mark : marks) {
      int start = Math.max(at, mark.start());
      int end = Math.min(shown.end(), mark.end());
      if (start >= end) {
        continue;
      }
      if (at < start) {
        pieces.add(new Piece(text.substring(at, start), false));
      }
      pieces.add(new Piece(text.substring(start, end), true));
      at = end;
    }
    if (at < shown.end()) {
      pieces.add(new Piece(text.substring(at, shown.end()), false));
    }
  }
}
