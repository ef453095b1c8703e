package dev.paperboy.query;

import dev.paperboy.query.TextParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes the words of any text, within the limits of a query. */
final class PlainWords {
  private PlainWords() {}

  static Node of(String text) {
    List<Node> words = new ArrayList<>();
    int length = 0;
    for (List<Part> compound : TextParts.compounds(text)) {
      String word = text.substring(compound.getFirst().start(), compound.getLast().end());
      length += word.length() + 1;
      if (words.size() == Parser.MOST_TERMS || length > Parser.MOST_CHARS) {
        break;
      }
      words.add(new Node.Word(word.matches("AND|OR|NOT") ? word.toLowerCase(Locale.ROOT) : word));
    }
    return words.isEmpty() ? new Node.Everything() : NormalForm.all(words);
  }
}
