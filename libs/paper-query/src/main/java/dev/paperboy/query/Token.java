package dev.paperboy.query;

/**
 * A piece of a query's text.
 *
 * @param text what it says: of a phrase what is between the quotes
 * @param start offset of its first char
 * @param end offset behind its last char
 */
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    /**
     * Up to the next space; may be {@code field:value}, or {@code field:} with its value behind.
     */
    WORD,
    PHRASE,
    /** {@code ~"free text"}. */
    MEANING,
    /** {@code trend>0.8}, spaces removed. */
    TREND,
    AND,
    OR,
    NOT,
    /** The sign before what is excluded. */
    MINUS,
    OPEN,
    CLOSE,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
