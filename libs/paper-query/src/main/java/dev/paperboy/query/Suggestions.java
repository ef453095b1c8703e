package dev.paperboy.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a reader who wrote an unknown field probably meant. */
final class Suggestions {
  /** What other search engines call our fields. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("ti", "title"),
          Map.entry("intitle", "title"),
          Map.entry("abs", "abstract"),
          Map.entry("summary", "abstract"),
          Map.entry("au", "author"),
          Map.entry("by", "author"),
          Map.entry("from", "author"),
          Map.entry("category", "cat"),
          Map.entry("categories", "cat"),
          Map.entry("subject", "cat"),
          Map.entry("tag", "topic"),
          Map.entry("keyword", "topic"),
          Map.entry("archive", "source"),
          Map.entry("site", "source"),
          Map.entry("after", "since"),
          Map.entry("before", "until"),
          Map.entry("to", "until"));

  private Suggestions() {}

  /** The known field nearest to {@code name}, if one is at most {@code distance} edits away. */
  static Optional<String> field(String name, int distance) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (ELSEWHERE.containsKey(lower)) {
      return Optional.of(ELSEWHERE.get(lower));
    }
    List<String> known = new ArrayList<>(Field.names());
    known.add("since");
    known.add("until");
    return known.stream()
        .filter(field -> edits(lower, field) <= Math.min(distance, field.length() / 2))
        .min(Comparator.comparingInt(field -> edits(lower, field)));
  }

  /** Insertions, deletions, substitutions and swaps of neighbours that make one word the other. */
  static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
