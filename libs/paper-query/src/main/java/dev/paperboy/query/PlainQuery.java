package dev.paperboy.query;

import java.util.List;

/**
 * A query of bare words, and of conditions that decide but do not score.
 *
 * @param words as typed, at least one
 * @param rest the conditions; empty where there are none
 */
public record PlainQuery(List<String> words, PaperQuery rest) {
  public PlainQuery {
    words = List.copyOf(words);
  }

  /** The words as one text. */
  public String text() {
    return String.join(" ", words);
  }
}
