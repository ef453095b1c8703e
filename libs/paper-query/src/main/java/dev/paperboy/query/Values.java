package dev.paperboy.query;

import dev.paperboy.query.TextParts.Part;
import java.util.List;
import java.util.Optional;

/** Reads words and phrases, each by the rules of its field. */
final class Values {
  private static final int SHORTEST_PREFIX = 3;

  private Values() {}

  /** The value written right behind {@code name:}. */
  static Node fieldValue(Field field, String name, Token value) {
    String text = value.text();
    if (text.startsWith("-")) {
      throw new QuerySyntaxException(
          value.start(),
          "a minus cannot stand behind the colon",
          "put it before the field: -" + name + ":" + text.substring(1));
    }
    WordChecks.check(text, value.start());
    if (TextParts.none(text)) {
      throw new QuerySyntaxException(
          value.start(),
          "there are no words in \"" + text + "\"",
          "write a word behind " + name + ":");
    }
    return word(Optional.of(field), value);
  }

  static Node phrase(Optional<Field> field, Token token) {
    field.ifPresent(f -> refuseStar(f, token));
    return new Node.Phrase(token.text());
  }

  static Node word(Optional<Field> field, Token token) {
    boolean words = field.map(Values::holdsWords).orElse(true);
    if (!words) {
      refuseStar(field.get(), token);
      return new Node.Word(token.text());
    }
    return token.text().endsWith("*") ? prefix(field, token) : new Node.Word(token.text());
  }

  private static Node prefix(Optional<Field> field, Token token) {
    String start = token.text().substring(0, token.text().length() - 1);
    List<List<Part>> compounds = TextParts.compounds(start);
    boolean oneWord =
        compounds.size() == 1
            && compounds.getFirst().getFirst().start() == 0
            && compounds.getFirst().getLast().end() == start.length()
            && (compounds.getFirst().size() == 1 || !field.equals(Optional.of(Field.AUTHOR)));
    if (!oneWord || TextParts.joinedText(start).length() < SHORTEST_PREFIX) {
      throw new QuerySyntaxException(
          token.start(),
          "a star needs at least %d letters or digits before it".formatted(SHORTEST_PREFIX),
          "write more of the word, or put the text in quotes: \"" + token.text() + "\"");
    }
    return new Node.Prefix(start);
  }

  private static void refuseStar(Field field, Token token) {
    if (holdsWords(field)) {
      return;
    }
    String text = token.text();
    boolean archive = field == Field.CATEGORY && text.matches("[^.*]+\\.\\*");
    if (text.contains("*") && !archive) {
      throw new QuerySyntaxException(
          token.start(),
          field.written() + ": knows no star here",
          field == Field.CATEGORY
              ? "write a category, cs.LG, or all of an archive, cs.*"
              : "write the whole value");
    }
  }

  private static boolean holdsWords(Field field) {
    return switch (field) {
      case TITLE, ABSTRACT, AUTHOR -> true;
      case CATEGORY, TOPIC, SOURCE, ID -> false;
    };
  }
}
