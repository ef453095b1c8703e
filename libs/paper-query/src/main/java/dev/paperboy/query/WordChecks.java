package dev.paperboy.query;

/** Spellings that other query languages know and this one does not: refused, never misread. */
final class WordChecks {
  private WordChecks() {}

  /**
   * @param position where the word begins in the query
   */
  static void check(String word, int position) {
    if (word.matches("&&+|[|]+")) {
      String operator = word.startsWith("|") ? "OR" : "AND";
      throw new QuerySyntaxException(
          position, word + " is no operator here", "write " + operator + " instead");
    }
    if (word.matches("![^!].*")) {
      throw new QuerySyntaxException(
          position, "! does not exclude here", "write -" + word.substring(1));
    }
    if (word.matches("/.+/[a-z]?")) {
      throw new QuerySyntaxException(
          position,
          "there are no regular expressions here",
          "write words, or the beginning of one with a star: transform*");
    }
    if (word.equals("*")) {
      throw new QuerySyntaxException(
          position, "a star alone says nothing", "leave it out: an empty query finds every paper");
    }
    if (word.startsWith("*")) {
      throw new QuerySyntaxException(
          position,
          "a word cannot begin with a star",
          "write the beginning of the word and the star behind it: transform*");
    }
  }
}
