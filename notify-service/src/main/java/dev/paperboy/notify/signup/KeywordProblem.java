package dev.paperboy.notify.signup;

import dev.paperboy.query.QuerySyntaxException;

/**
 * A line of keywords that cannot be read, with the place marked.
 *
 * @param line from 1
 * @param before what comes before the place
 * @param at the word at the place; a sign for the end where it is behind the last
 * @param after the rest
 * @param problem what is wrong there
 * @param suggestion what to write instead
 */
public record KeywordProblem(
    int line, String before, String at, String after, String problem, String suggestion) {
  private static final String END = "⎵";

  static KeywordProblem of(int line, String text, QuerySyntaxException e) {
    int start = Math.clamp(e.position(), 0, text.length());
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (end == start && end < text.length()) {
      end++;
    }
    String at = text.substring(start, end);
    return new KeywordProblem(
        line,
        text.substring(0, start),
        at.isBlank() ? END : at,
        text.substring(end),
        e.problem(),
        e.suggestion());
  }
}
