package dev.paperboy.notify.subscriber;

import dev.paperboy.notify.wording.Wording;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;

/**
 * An author that a reader follows. Compared as {@code author:} compares: an initial and a given
 * name find each other, the last name must be equal.
 *
 * @param text as the reader wrote it, without quotes and white space around it
 */
public record AuthorName(String text) {
  private static final Wording WORDS = Wording.of("subscriber");

  private static final int LONGEST = 100;

  /**
   * Reads a line of a form; {@code author:"Ada Lovelace"} is the same as {@code Ada Lovelace}.
   *
   * @throws IllegalArgumentException with words for the reader
   */
  public static AuthorName parse(String typed) {
    String name =
        typed
            .strip()
            .replaceFirst("(?i)^author:", "")
            .replaceAll("[\"“”«»]", " ")
            .replaceAll("\\s+", " ")
            .strip();
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException(WORDS.say("author.long"));
    }
    if (name.chars().noneMatch(Character::isLetter)) {
      throw new IllegalArgumentException(WORDS.say("author.missing"));
    }
    if (name.chars().filter(c -> c == ',').count() > 1 || name.contains(" and ")) {
      throw new IllegalArgumentException(WORDS.say("author.several"));
    }
    AuthorName author = new AuthorName(name);
    try {
      author.query();
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(e.problem() + "; " + e.suggestion(), e);
    }
    return author;
  }

  /** Finds the author's papers. */
  public PaperQuery query() {
    return PaperQuery.parse("author:\"" + text + "\"");
  }
}
