package dev.paperboy.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
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

  /** The query that a part of another one is by itself. */
  public static PaperQuery part(Node part) {
    return new PaperQuery(part);
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

  /**
   * This query with the conditions of another one behind its own.
   *
   * @return empty where the two together exceed the limits of a query
   */
  public Optional<PaperQuery> and(PaperQuery other) {
    List<Node> all = new ArrayList<>(conditions());
    all.addAll(other.conditions());
    try {
      return Optional.of(parse(of(all).canonical));
    } catch (QuerySyntaxException tooLong) {
      return Optional.empty();
    }
  }

  /** Whether all conditions of another query are among its own, as they are written. */
  public boolean has(PaperQuery other) {
    return new HashSet<>(conditions()).containsAll(other.conditions());
  }

  /** This query without the conditions of another one. */
  public PaperQuery without(PaperQuery other) {
    List<Node> rest = new ArrayList<>(conditions());
    rest.removeAll(other.conditions());
    return of(rest);
  }

  /** What all has to hold. */
  private List<Node> conditions() {
    return switch (root) {
      case Node.Everything() -> List.of();
      case Node.And(var parts) -> parts;
      default -> List.of(root);
    };
  }

  private static PaperQuery of(List<Node> conditions) {
    return new PaperQuery(
        conditions.isEmpty() ? new Node.Everything() : NormalForm.all(conditions));
  }

  /**
   * The query as bare words and what else a paper has to be.
   *
   * @return empty where it says more about the text than words: phrases, alternatives, fields of
   *     the text, meanings
   */
  public Optional<PlainQuery> plain() {
    List<String> words = new ArrayList<>();
    List<Node> rest = new ArrayList<>();
    for (Node part : conditions()) {
      if (part instanceof Node.Word(var word)) {
        words.add(word);
      } else if (onlySelects(part)) {
        rest.add(part);
      } else {
        return Optional.empty();
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new PlainQuery(words, of(rest)));
  }

  private static boolean onlySelects(Node node) {
    return switch (node) {
      case Node.In(var field, _) -> field != Field.TITLE && field != Field.ABSTRACT;
      case Node.Since _, Node.Until _, Node.TrendAbove _, Node.Not _ -> true;
      case Node.And(var parts) -> parts.stream().allMatch(PaperQuery::onlySelects);
      case Node.Or(var parts) -> parts.stream().allMatch(PaperQuery::onlySelects);
      case Node.Word _, Node.Phrase _, Node.Prefix _, Node.Meaning _, Node.Everything _ -> false;
    };
  }

  /** Where the words that it asks for stand in a text, in the text's order; may overlap. */
  public List<Mark> marks(String text) {
    return new Marks(text).of(root);
  }

  /**
   * The query with words that no paper has replaced by the likeliest that some have.
   *
   * @return empty where all its words occur, or nothing is near those that do not
   */
  public Optional<PaperQuery> respelled(IndexReader papers) throws IOException {
    PaperQuery other = new PaperQuery(new Spelling(papers).corrected(root));
    return equals(other) ? Optional.empty() : Optional.of(other);
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

  /** Every paper; those that share words with a text score. What a meaning is without vectors. */
  public static Query wordsOf(String text) {
    return LuceneTranslation.wordsOf(text);
  }

  /** Papers that have these words one after another in title or abstract, scored as phrases are. */
  public static Query phrase(List<String> words) {
    return LuceneTranslation.phrase(String.join(" ", words));
  }

  /**
   * Papers that have any of these words in title or abstract, scored as {@link #toLucene} scores
   * words.
   */
  public static Query anyOf(List<String> words) {
    return LuceneTranslation.anyOf(words);
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
