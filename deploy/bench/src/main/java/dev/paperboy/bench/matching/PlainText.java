package dev.paperboy.bench.matching;

/** Words that have one reading only, so that a query of them means the same to any program. */
final class PlainText {
  private static final int SHORTEST = 5;

  private PlainText() {}

  static String[] words(String text) {
    return text.split(" ");
  }

  /** Lower case letters only, and not so few that every text has it. */
  static boolean isTelling(String word) {
    return word.length() >= SHORTEST && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }
}
