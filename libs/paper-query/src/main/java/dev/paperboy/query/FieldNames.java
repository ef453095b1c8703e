package dev.paperboy.query;

import dev.paperboy.query.Token.Kind;
import java.util.Locale;
import java.util.Optional;

/** Tells fields from words that happen to have a colon. */
final class FieldNames {
  private static final int TYPOS = 2;

  private FieldNames() {}

  /**
   * Where the colon of a field is in a word; -1 where the word is just a word, as in {@code 10:30},
   * {@code std::vector}, {@code https://…} and the title {@code Mamba: linear time}.
   *
   * @throws QuerySyntaxException where it looks like a field but is none
   */
  static int colon(Token word) {
    String text = word.text();
    int colon = text.indexOf(':');
    if (colon <= 0 || !text.substring(0, colon).chars().allMatch(FieldNames::isLetter)) {
      return -1;
    }
    String name = text.substring(0, colon);
    String value = text.substring(colon + 1);
    if (isKnown(name)) {
      return colon;
    }
    if (value.startsWith(":") || value.startsWith("//")) {
      return -1;
    }
    // A title's colon has a space behind it, and then only an obvious slip is taken for one.
    Optional<String> meant = Suggestions.field(name, value.isEmpty() ? 1 : TYPOS);
    if (value.isEmpty() && meant.isEmpty()) {
      return -1;
    }
    throw unknown(word, name, meant);
  }

  /** The field of that name, which {@link #colon} has found to be one. */
  static Field known(String name) {
    return Field.named(name).orElseThrow();
  }

  static QuerySyntaxException noValue(String name, Token word, Token next) {
    boolean day = DayBounds.isName(name);
    if (next.is(Kind.OPEN) && next.start() == word.end()) {
      return new QuerySyntaxException(
          next.start(), name + ": takes one day, no group", "write " + name + ":7d");
    }
    String example = day ? "7d" : next.is(Kind.WORD) ? next.text() : "word";
    return new QuerySyntaxException(
        word.start(),
        "there is nothing right behind " + name + ":",
        "write its value without a space: " + name + ":" + example);
  }

  private static boolean isKnown(String name) {
    return Field.named(name).isPresent() || DayBounds.isName(name);
  }

  private static QuerySyntaxException unknown(Token word, String name, Optional<String> meant) {
    String problem = "there is no field " + name + ":";
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("trend")) {
      return new QuerySyntaxException(
          word.start(), "trend is compared, not equal to something", "write trend>0.8");
    }
    if (lower.endsWith("rxiv")) {
      return new QuerySyntaxException(
          word.start(), problem, "to find one paper write id:" + word.text());
    }
    return new QuerySyntaxException(
        word.start(),
        problem,
        meant
            .map(field -> "did you mean " + field + ":?")
            .orElse("to search for the text itself put it in quotes: \"" + word.text() + "\""));
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
