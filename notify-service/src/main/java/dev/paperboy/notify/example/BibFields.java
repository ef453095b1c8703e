package dev.paperboy.notify.example;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads key and fields of one BibTeX entry, once from its beginning to its end. */
final class BibFields {
  /** More than that no library writes. */
  private static final int MOST_FIELDS = 100;

  private final String body;
  private final Map<String, String> fields = new HashMap<>();
  private String key = "";
  private int at;

  BibFields(String body) {
    this.body = body;
    readKey();
    while (at < body.length() && fields.size() < MOST_FIELDS) {
      readField();
    }
  }

  String key() {
    return key;
  }

  Map<String, String> fields() {
    return fields;
  }

  /** An entry may lack it: then an equals sign comes before a comma. */
  private void readKey() {
    int end = 0;
    while (end < body.length() && "=,{\"".indexOf(body.charAt(end)) < 0) {
      end++;
    }
    if (end == body.length() || body.charAt(end) == ',') {
      key = body.substring(0, end).strip();
      at = Math.min(end + 1, body.length());
    }
  }

  private void readField() {
    skipBetween();
    String name = word();
    skipSpace();
    if (at < body.length() && body.charAt(at) == '=' && !name.isEmpty()) {
      at++;
      value().ifPresent(text -> fields.putIfAbsent(name.toLowerCase(Locale.ROOT), text));
    } else {
      skipToComma();
    }
  }

  private void skipBetween() {
    while (at < body.length() && (isSpace() || body.charAt(at) == ',')) {
      at++;
    }
  }

  private void skipSpace() {
    while (at < body.length() && isSpace()) {
      at++;
    }
  }

  private boolean isSpace() {
    return Character.isWhitespace(body.charAt(at));
  }

  private String word() {
    int start = at;
    while (at < body.length() && !isSpace() && "=,{}\"#".indexOf(body.charAt(at)) < 0) {
      at++;
    }
    return body.substring(start, at);
  }

  /** Whatever stands there is no field. */
  private void skipToComma() {
    while (at < body.length() && body.charAt(at) != ',') {
      at++;
    }
  }

  /** Pieces between {@code #} together; empty where a piece does not end. */
  private Optional<String> value() {
    StringBuilder value = new StringBuilder();
    while (true) {
      skipSpace();
      Optional<String> piece = piece();
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      value.append(piece.get());
      skipSpace();
      if (at == body.length() || body.charAt(at) != '#') {
        return Optional.of(value.toString());
      }
      at++;
    }
  }

  private Optional<String> piece() {
    if (at == body.length()) {
      return Optional.of("");
    }
    return switch (body.charAt(at)) {
      case '{' -> delimited('}');
      case '"' -> delimited('"');
      default -> {
        String word = word();
        // Anything but a number is the name of a text that is defined elsewhere.
        yield Optional.of(word.chars().allMatch(Character::isDigit) ? word : "");
      }
    };
  }

  private Optional<String> delimited(char end) {
    int start = ++at;
    int depth = 0;
    for (; at < body.length(); at++) {
      char c = body.charAt(at);
      if (depth == 0 && c == end) {
        return Optional.of(body.substring(start, at++));
      }
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    return Optional.empty();
  }
}
