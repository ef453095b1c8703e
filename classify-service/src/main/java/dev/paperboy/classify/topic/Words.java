package dev.paperboy.classify.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into words so that spelling variants of a phrase meet: case, hyphens, plural s. */
final class Words {
  private static final int SHORTEST_PLURAL = 4;

  private Words() {}

  /** Lower-case runs of letters and digits, plural s taken off. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(singular(text.substring(start, i).toLowerCase(Locale.ROOT)));
        start = -1;
      }
    }
    return words;
  }

  private static String singular(String word) {
    return word.length() >= SHORTEST_PLURAL
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
