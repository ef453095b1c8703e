package dev.paperboy.notify.digest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The two sentences of an abstract that say most about what a reader asked for. */
final class Excerpt {
  static final int LONGEST = 420;
  private static final int SENTENCES = 2;
  private static final int SHORTEST_WORD = 4;

  private Excerpt() {}

  /**
   * Two sentences in their order; the first two where no word occurs.
   *
   * @param text readable, one line
   * @param wanted words and phrases that speak for the paper
   */
  static String of(String text, Collection<String> wanted) {
    List<String> sentences = sentences(text);
    if (sentences.size() <= SENTENCES) {
      return shortened(text);
    }
    Set<String> stems =
        wanted.stream().flatMap(Excerpt::words).map(Excerpt::stem).collect(Collectors.toSet());
    List<Integer> best =
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> -hits(sentences.get(i), stems))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(SENTENCES)
            .sorted()
            .toList();
    StringBuilder excerpt = new StringBuilder(sentences.get(best.getFirst()));
    excerpt.append(best.getLast() == best.getFirst() + 1 ? " " : " … ");
    return shortened(excerpt.append(sentences.get(best.getLast())).toString());
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String sentence = text.substring(start, end).strip();
      // «et al.» and «e.g.» end no sentence.
      if (!sentences.isEmpty()
          && sentences.getLast().matches(".*\\b(al|e\\.g|i\\.e|cf|vs|Fig)\\.")) {
        sentences.add(sentences.removeLast() + " " + sentence);
      } else if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static long hits(String sentence, Set<String> stems) {
    Set<String> own = new HashSet<>(words(sentence).map(Excerpt::stem).toList());
    return stems.stream().filter(own::contains).count();
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() >= SHORTEST_WORD);
  }

  /** Enough of a word to find its plural. */
  private static String stem(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** Whole words and «…». */
  static String shortened(String text) {
    return shortened(text, LONGEST);
  }

  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest - 1);
    int cut = space > longest / 2 ? space : longest - 1;
    if (Character.isHighSurrogate(text.charAt(cut - 1))) {
      cut--;
    }
    return text.substring(0, cut).stripTrailing() + "…";
  }
}
