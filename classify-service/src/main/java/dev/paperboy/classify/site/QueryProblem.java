package dev.paperboy.classify.site;

/**
 * A query that cannot be read, with the place marked.
 *
 * @param before what comes before the place
 * @param at the word at the place; a sign for the end where it is behind the last
 * @param after the rest
 * @param problem what is wrong there
 * @param suggestion what to write instead
 */
public record QueryProblem(
    String before, String at, String after, String problem, String suggestion) {
  private static final String END = "⎵";

  /** Marks the word that begins at a position, which is brought into the query's bounds. */
  static QueryProblem of(String query, int position, String problem, String suggestion) {
    int start = Math.clamp(position, 0, query.length());
    int end = start;
    while (end < query.length() && !Character.isWhitespace(query.charAt(end))) {
      end++;
    }
    if (end == start && end < query.length()) {
      end++;
    }
    String at = query.substring(start, end);
    return new QueryProblem(
        query.substring(0, start),
        at.isBlank() ? END : at,
        query.substring(end),
        problem,
        suggestion);
  }
}
