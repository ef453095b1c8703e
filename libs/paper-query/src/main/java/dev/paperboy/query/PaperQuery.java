package dev.paperboy.query;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** A query as readers write it in search, filters, feeds and the API. Immutable. */
public final class PaperQuery {
  private final Node root;

  private PaperQuery(Node root) {
    this.root = root;
  }

  /**
   * Reads a query strictly.
   *
   * @throws QuerySyntaxException where it cannot be read, with the place and a suggestion
   */
  public static PaperQuery parse(String text) {
    return words(text);
  }

  /** Takes any text as plain words, all of which must occur. Never throws. */
  public static PaperQuery words(String text) {
    return new PaperQuery(text.isBlank() ? new Node.Everything() : new Node.Word(text.strip()));
  }

  /** What the query says. */
  public Node root() {
    return root;
  }

  /** The one spelling of this query: reads back as an equal query. What filters store. */
  public String canonical() {
    return root.toString();
  }

  /** Whether it asks for nothing in particular, so that every paper matches. */
  public boolean isEmpty() {
    return root instanceof Node.Everything;
  }

  /** The texts of its {@code ~"free text"} parts, in order. */
  public List<String> meanings() {
    return List.of();
  }

  /**
   * The query for an index of {@link PaperDocument}s. Words and phrases score by BM25, title
   * boosted; all other parts only select. A meaning selects every paper and its words add to the
   * score, so that a reader still gets a sensible order without an encoder.
   *
   * @param today the business date for {@code since:7d} and {@code trend>0.8}
   */
  public Query toLucene(LocalDate today) {
    return MatchAllDocsQuery.INSTANCE;
  }

  /** The same, with the caller's query for each text of {@link #meanings()}, such as by vectors. */
  public Query toLucene(LocalDate today, Function<String, Query> meaning) {
    return MatchAllDocsQuery.INSTANCE;
  }
}
