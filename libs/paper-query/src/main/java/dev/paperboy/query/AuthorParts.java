package dev.paperboy.query;

import dev.paperboy.query.TextParts.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an author's name into its names, each with its initial lying over it, so that {@code A.
 * Lovelace} finds {@code Ada Lovelace}.
 */
final class AuthorParts {
  /** Marks an initial, since {@code a} alone is also what {@code A.} in a paper says. */
  private static final char INITIAL = '^';

  private AuthorParts() {}

  static List<Part> of(String name) {
    List<Part> parts = new ArrayList<>();
    for (Part part : names(name)) {
      parts.add(part);
      parts.add(new Part(initial(part.text()), part.start(), part.end(), true));
    }
    return parts;
  }

  /** The names only. */
  static List<Part> names(String name) {
    return TextParts.compounds(name).stream().flatMap(List::stream).toList();
  }

  /** What marks a name's initial among the parts. */
  static String initial(String name) {
    return INITIAL + firstLetter(name);
  }

  static String firstLetter(String name) {
    return Character.toString(name.codePointAt(0));
  }

  static boolean isInitial(String name) {
    return name.codePointCount(0, name.length()) == 1;
  }

  /** Given names first: {@code Lovelace, Ada} is {@code Ada Lovelace}. */
  static String inOrder(String name) {
    int comma = name.indexOf(',');
    return comma < 0
        ? name.strip()
        : (name.substring(comma + 1) + " " + name.substring(0, comma)).strip();
  }
}
