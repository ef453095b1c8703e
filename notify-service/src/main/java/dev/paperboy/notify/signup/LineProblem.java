package dev.paperboy.notify.signup;

import dev.paperboy.notify.wording.Wording;
import dev.paperboy.query.QuerySyntaxException;

/**
 * A line of a form that cannot be read, with the place marked.
 *
 * @param line from 1
 * @param before what comes before the place
 * @param at the word at the place; a sign for the end where it is behind the last
 * @param after the rest
 * @param problem what is wrong there
 * @param suggestion what to write instead
 */
public record LineProblem(
    int line, String before, String at, String after, String problem, String suggestion) {
  private static final Wording WORDS = Wording.of("signup");

  private static final String END = "⎵";
  private static final int LONGEST_SHOWN = 120;

  /** A query that cannot be read. */
  static LineProblem of(int line, String text, QuerySyntaxException e) {
    int start = Math.clamp(e.position(), 0, text.length());
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (end == start && end < text.length()) {
      end++;
    }
    String at = text.substring(start, end);
    return new LineProblem(
        line,
        text.substring(0, start),
        at.isBlank() ? END : at,
        text.substring(end),
        e.problem(),
        e.suggestion());
  }

  /**
   * A line that is wrong as a whole.
   *
   * @param words what is wrong, and what to do behind a semicolon
   */
  static LineProblem of(int line, String text, String words) {
    String[] parts = words.split("; ", 2);
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return new LineProblem(
        line, "", shown, "", parts[0], parts.length > 1 ? parts[1] : WORDS.say("problem.take-out"));
  }
}
