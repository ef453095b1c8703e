package dev.paperboy.query;

import dev.paperboy.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query's text into tokens. Punctuation that stands alone is as good as a space. */
final class Lexer {
  private static final Pattern TREND =
      Pattern.compile(
          "trend\\s*[<>=][^\\s()\"]*(?:(?<=[<>=])\\s+[^\\s()\"]+)?", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    // Phones and word processors type these; a query means the plain quote.
    this.text = text.replace('\u201c', '"').replace('\u201d', '"').replace('\u201e', '"');
  }

  /** The tokens of the text, and an {@link Kind#END} behind them. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.toNextToken()) {
      lexer.token();
    }
    lexer.add(Kind.END, "", lexer.at);
    return lexer.tokens;
  }

  private boolean toNextToken() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private void token() {
    switch (text.charAt(at)) {
      case '(' -> add(Kind.OPEN, "(", at + 1);
      case ')' -> add(Kind.CLOSE, ")", at + 1);
      case '"' -> quoted(Kind.PHRASE, at);
      case '~' -> meaning();
      case '-' -> minus();
      default -> trendOrWord();
    }
  }

  private void quoted(Kind kind, int quote) {
    int close = text.indexOf('"', quote + 1);
    if (close < 0) {
      throw new QuerySyntaxException(
          quote, "this quote is never closed", "close the quote with \" where the phrase ends");
    }
    String words = text.substring(quote + 1, close).replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (TextParts.none(words)) {
      throw new QuerySyntaxException(
          quote, "there are no words in these quotes", "write words between the quotes");
    }
    add(kind, words, close + 1);
  }

  private void meaning() {
    if (isEndOfWord(at + 1)) {
      at++;
    } else if (text.charAt(at + 1) == '"') {
      quoted(Kind.MEANING, at + 1);
    } else {
      String words = text.substring(at + 1, wordEnd(at + 1));
      throw new QuerySyntaxException(
          at, "~ is followed by no quote", "put the text in quotes: ~\"" + words + "\"");
    }
  }

  private void minus() {
    if (isEndOfWord(at + 1)) {
      at++;
    } else {
      add(Kind.MINUS, "-", at + 1);
    }
  }

  private void trendOrWord() {
    Matcher trend = TREND.matcher(text).region(at, text.length());
    if (trend.lookingAt()) {
      add(Kind.TREND, trend.group().replaceAll("\\s", ""), trend.end());
    } else {
      int end = wordEnd(at);
      word(text.substring(at, end), end);
    }
  }

  private void word(String word, int end) {
    switch (word) {
      case "AND" -> add(Kind.AND, word, end);
      case "OR" -> add(Kind.OR, word, end);
      case "NOT" -> add(Kind.NOT, word, end);
      default -> {
        WordChecks.check(word, at);
        if (TextParts.none(word)) {
          at = end;
        } else {
          add(Kind.WORD, word, end);
        }
      }
    }
  }

  /**
   * Behind the word that begins at {@code start}: {@code f(x)} is one, {@code title:(x)} is not.
   */
  private int wordEnd(int start) {
    int end = start;
    while (!isEndOfWord(end)) {
      char c = text.charAt(end);
      if (c == '"') {
        break;
      }
      if (c == '(') {
        int close = closedInWord(start, end);
        if (close < 0) {
          break;
        }
        end = close;
      }
      end++;
    }
    return end;
  }

  /** Where the parenthesis closes that a word goes on with; -1 where it opens a group instead. */
  private int closedInWord(int start, int open) {
    String before = text.substring(start, open);
    if (TextParts.none(before) || before.endsWith(":") || before.matches("AND|OR|NOT")) {
      return -1;
    }
    int depth = 0;
    for (int i = open; i < text.length() && !isSpace(text.charAt(i)); i++) {
      switch (text.charAt(i)) {
        case '"' -> {
          return -1;
        }
        case '(' -> depth++;
        case ')' -> {
          if (--depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private boolean isEndOfWord(int index) {
    return index >= text.length() || isSpace(text.charAt(index)) || text.charAt(index) == ')';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private void add(Kind kind, String said, int end) {
    tokens.add(new Token(kind, said, at, end));
    at = end;
  }
}
