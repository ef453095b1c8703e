package dev.paperboy.query;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;

/** A query as readers write it in search, filters, feeds and the API. Immutable. */
public final class PaperQuery {
  /** Chars that a query may have. */
  public static final int LONGEST = Parser.MOST_CHARS;

  private final Node root;
  private final String canonical;

  private PaperQuery(Node root) {
    this.root = root;
    this.canonical = Canonical.of(root);
  }

  /**
   * Reads a query strictly.
   *
   * @param text blank text is the empty query
   * @throws QuerySyntaxException where it cannot be read, with the place and a suggestion
   */
  public static PaperQuery parse(String text) {
    PaperQuery query = new PaperQuery(Parser.parse(text));
    if (query.canonical.length() > Parser.MOST_CHARS) {
      throw new QuerySyntaxException(
          text.length(),
          "written out, the query is longer than %,d characters".formatted(Parser.MOST_CHARS),
          "shorten it, or save it as several filters");
    }
    return query;
  }

  /**
   * Takes any text as plain words, all of which must occur; for search boxes, where {@link #parse}
   * fails. Words beyond the limits of a query are dropped. Never throws.
   */
  public static PaperQuery words(String text) {
    return new PaperQuery(PlainWords.of(text));
  }

  /** What the query says. */
  public Node root() {
    return root;
  }

  /** The one spelling of this query: reads back as an equal query. What filters store. */
  public String canonical() {
    return canonical;
  }

  /** Whether it asks for nothing in particular, so that every paper matches. */
  public boolean isEmpty() {
    return root instanceof Node.Everything;
  }

  /** The texts of its {@code ~"free text"} parts, in order. */
  public List<String> meanings() {
    return meanings(root).toList();
  }

  /**
   * The query for an index of {@link PaperDocument}s. Words and phrases score by BM25, title
   * boosted; all other parts only select. A meaning selects every paper and its words add to the
   * score, so that a reader still gets a sensible order without an encoder.
   *
   * @param today the business date for {@code since:7d} and {@code trend>0.8}
   */
  public Query toLucene(LocalDate today) {
    return toLucene(today, LuceneTranslation::wordsOf);
  }

  /** The same, with the caller's query for each text of {@link #meanings()}, such as by vectors. */
  public Query toLucene(LocalDate today, Function<String, Query> meaning) {
    return new LuceneTranslation(today, meaning).of(root);
  }

  private static Stream<String> meanings(Node node) {
    return switch (node) {
      case Node.Meaning(var text) -> Stream.of(text);
      case Node.And(var parts) -> parts.stream().flatMap(PaperQuery::meanings);
      case Node.Or(var parts) -> parts.stream().flatMap(PaperQuery::meanings);
      default -> Stream.empty();
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaperQuery that && root.equals(that.root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return canonical;
  }
}
