package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.AuthorName;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.query.Node;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a filter is asked in the query language.
 *
 * @param wanted by the line as written
 * @param authors by the name as written
 * @param unwanted finds what is kept out
 */
record FilterLines(
    Map<String, PaperQuery> wanted, Map<String, PaperQuery> authors, List<Unwanted> unwanted) {
  /**
   * What keeps papers out.
   *
   * @param rest whether it finds what may stay, as {@code -survey} does
   */
  record Unwanted(PaperQuery query, boolean rest) {}

  static FilterLines of(Interests interests) {
    Map<String, PaperQuery> wanted = new LinkedHashMap<>();
    List<Unwanted> unwanted = new ArrayList<>();
    for (String line : interests.keywords()) {
      PaperQuery query = read(line);
      if (query.root() instanceof Node.Not) {
        unwanted.add(new Unwanted(query, true));
      } else if (!query.isEmpty()) {
        wanted.put(line, query);
      }
    }
    for (String line : interests.exclusions()) {
      PaperQuery query = read(line);
      if (!query.isEmpty()) {
        // Whoever writes the minus here, too, means the same.
        unwanted.add(new Unwanted(query, query.root() instanceof Node.Not));
      }
    }
    Map<String, PaperQuery> authors = new LinkedHashMap<>();
    interests.authors().forEach(name -> authors.put(name, new AuthorName(name).query()));
    return new FilterLines(wanted, authors, unwanted);
  }

  /** The form refuses what can't be read; an older grammar's line is taken as plain words. */
  private static PaperQuery read(String text) {
    try {
      return PaperQuery.parse(text);
    } catch (QuerySyntaxException e) {
      return PaperQuery.words(text);
    }
  }

  /** Places of a window's papers that are kept out. */
  BitSet keptOut(WindowIndex window) {
    BitSet all = new BitSet();
    for (Unwanted each : unwanted) {
      BitSet found = new BitSet();
      window.ask(each.query()).forEach((place, score) -> found.set(place));
      if (each.rest()) {
        found.flip(0, window.papers().size());
      }
      all.or(found);
    }
    return all;
  }
}
