package dev.paperboy.query;

import dev.paperboy.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query by recursive descent:
 *
 * <pre>
 * query   = [ either ]
 * either  = all { "OR" all }
 * all     = one { [ "AND" ] one }
 * one     = { "-" | "NOT" } ( "(" either ")" | field | text | meaning | trend )
 * field   = name ":" ( value | "(" either ")" )
 * text    = word | word "*" | phrase
 * </pre>
 */
final class Parser {
  static final int MOST_CHARS = 1_000;
  static final int MOST_TERMS = 64;
  static final int DEEPEST = 20;

  /** Each is encoded and compared with every paper. */
  static final int MOST_MEANINGS = 3;

  private final List<Token> tokens;
  private int at;
  private int terms;
  private int meanings;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Node parse(String text) {
    if (text.length() > MOST_CHARS) {
      throw new QuerySyntaxException(
          MOST_CHARS,
          "the query is longer than %,d characters".formatted(MOST_CHARS),
          "shorten it, or save it as several filters");
    }
    Parser parser = new Parser(Lexer.tokens(text));
    if (parser.next().is(Kind.END)) {
      return new Node.Everything();
    }
    Node root = parser.either(Scope.WHOLE_QUERY);
    if (!parser.next().is(Kind.END)) {
      throw new QuerySyntaxException(
          parser.next().start(),
          "this parenthesis closes none",
          "remove it, or open one before it");
    }
    return root;
  }

  private Node either(Scope scope) {
    List<Node> parts = new ArrayList<>();
    parts.add(all(scope));
    while (next().is(Kind.OR)) {
      take();
      parts.add(all(scope));
    }
    return NormalForm.any(parts);
  }

  private Node all(Scope scope) {
    List<Node> parts = new ArrayList<>();
    parts.add(one(scope));
    while (true) {
      if (next().is(Kind.AND)) {
        take();
      } else if (next().is(Kind.OR) || next().is(Kind.CLOSE) || next().is(Kind.END)) {
        return NormalForm.all(parts);
      }
      parts.add(one(scope));
    }
  }

  private Node one(Scope scope) {
    boolean not = false;
    Scope inner = scope;
    while (next().is(Kind.MINUS) || next().is(Kind.NOT)) {
      take();
      not = !not;
      inner = scope.belowMinus();
    }
    Node part = unsigned(inner);
    return not ? NormalForm.not(part) : part;
  }

  private Node unsigned(Scope scope) {
    Token token = next();
    return switch (token.kind()) {
      case OPEN -> group(scope);
      case WORD -> wordOrField(scope);
      case PHRASE -> term(Values.phrase(scope.field(), take()));
      case MEANING -> oneMeaningMore(meaning(scope, take()), token);
      case TREND -> term(trend(scope, take()));
      case AND, OR, CLOSE, END, MINUS, NOT -> throw nothingHere(token);
    };
  }

  private Node oneMeaningMore(Node meaning, Token token) {
    if (++meanings > MOST_MEANINGS) {
      throw new QuerySyntaxException(
          token.start(),
          "a query may have %d texts behind «~» at most".formatted(MOST_MEANINGS),
          "remove some, or search for them one after another");
    }
    return term(meaning);
  }

  private Node group(Scope scope) {
    Token open = take();
    if (scope.depth() == DEEPEST) {
      throw new QuerySyntaxException(
          open.start(),
          "more than %d parentheses lie within each other".formatted(DEEPEST),
          "remove those that are not needed");
    }
    if (next().is(Kind.CLOSE)) {
      throw new QuerySyntaxException(
          open.start(), "these parentheses are empty", "write words between them, or remove them");
    }
    Node inside = either(scope.deeper());
    if (!next().is(Kind.CLOSE)) {
      throw unclosed(open);
    }
    take();
    return inside;
  }

  private Node wordOrField(Scope scope) {
    Token word = take();
    // Ids have colons of their own.
    int colon = scope.field().filter(Field.ID::equals).isPresent() ? -1 : FieldNames.colon(word);
    if (colon < 0) {
      return term(Values.word(scope.field(), word));
    }
    String name = word.text().substring(0, colon);
    if (scope.field().isPresent()) {
      throw new QuerySyntaxException(
          word.start(),
          "%s: stands within the parentheses of %s:".formatted(name, scope.field().get().written()),
          "close them before it");
    }
    return field(scope, name, word, colon + 1);
  }

  private Node field(Scope scope, String name, Token word, int valueStart) {
    boolean isDay = DayBounds.isName(name);
    if (valueStart < word.text().length()) {
      Token value =
          new Token(
              Kind.WORD, word.text().substring(valueStart), word.start() + valueStart, word.end());
      return term(isDay ? DayBounds.read(name, value) : in(scope, name, value));
    }
    Token value = next();
    boolean adjacent = value.start() == word.end();
    if (adjacent && value.is(Kind.PHRASE)) {
      take();
      return term(isDay ? DayBounds.read(name, value) : in(scope, name, value));
    }
    if (adjacent && value.is(Kind.OPEN) && !isDay) {
      Field field = FieldNames.known(name);
      return new Node.In(field, group(scope.below(field)));
    }
    throw FieldNames.noValue(name, word, value);
  }

  private static Node in(Scope scope, String name, Token value) {
    Field field = FieldNames.known(name);
    Scope inside = scope.below(field);
    return new Node.In(
        field,
        value.is(Kind.PHRASE)
            ? Values.phrase(inside.field(), value)
            : Values.fieldValue(field, name, value));
  }

  private static Node meaning(Scope scope, Token token) {
    if (scope.excluded()) {
      throw new QuerySyntaxException(
          token.start(),
          "a meaning cannot be excluded",
          "exclude words instead: -word or -\"a phrase\"");
    }
    refuseWithinField(scope, token, "a meaning");
    return new Node.Meaning(token.text());
  }

  private static Node trend(Scope scope, Token token) {
    refuseWithinField(scope, token, "trend");
    return TrendThreshold.read(token);
  }

  private static void refuseWithinField(Scope scope, Token token, String what) {
    if (scope.field().isPresent()) {
      throw new QuerySyntaxException(
          token.start(),
          "%s stands within the parentheses of %s:".formatted(what, scope.field().get().written()),
          "close them before it");
    }
  }

  private Node term(Node node) {
    if (++terms > MOST_TERMS) {
      throw new QuerySyntaxException(
          tokens.get(at - 1).start(),
          "the query has more than %d terms".formatted(MOST_TERMS),
          "remove some, or save it as several filters");
    }
    return node;
  }

  private QuerySyntaxException nothingHere(Token token) {
    if (at == 0) {
      return token.is(Kind.CLOSE)
          ? new QuerySyntaxException(
              token.start(), "this parenthesis closes none", "remove it, or open one before it")
          : new QuerySyntaxException(
              token.start(),
              "%s has nothing on its left".formatted(token.text()),
              "add a word before it, or write \"%s\" to search the word itself"
                  .formatted(token.text()));
    }
    Token before = tokens.get(at - 1);
    if (before.is(Kind.OPEN)) {
      return token.is(Kind.END)
          ? unclosed(before)
          : new QuerySyntaxException(
              token.start(),
              "%s has nothing on its left".formatted(token.text()),
              "add a word before it, or remove it");
    }
    return new QuerySyntaxException(
        before.start(),
        "%s has nothing on its right".formatted(before.text()),
        "add a word behind it, or remove it");
  }

  private static QuerySyntaxException unclosed(Token open) {
    return new QuerySyntaxException(
        open.start(), "this parenthesis is never closed", "close it with ) where the group ends");
  }

  private Token next() {
    return tokens.get(at);
  }

  private Token take() {
    return tokens.get(at++);
  }
}
