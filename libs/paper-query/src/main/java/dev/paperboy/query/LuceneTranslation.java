package dev.paperboy.query;

import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what a query says into a Lucene query over {@link PaperDocument}s. */
final class LuceneTranslation {
  /** A word in the title says more about a paper than one in its abstract. */
  private static final float TITLE_BOOST = 2.5f;

  /** What the weaker of the two adds where a word is in both. */
  private static final float TIE = 0.4f;

  private static final Query EVERYTHING = selecting(MatchAllDocsQuery.INSTANCE);

  private final LocalDate today;
  private final Function<String, Query> meaning;

  LuceneTranslation(LocalDate today, Function<String, Query> meaning) {
    this.today = today;
    this.meaning = meaning;
  }

  /** Every paper; those that share words with the text score. */
  static Query wordsOf(String text) {
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(EVERYTHING, Occur.MUST);
    for (String term : Terms.of(text).inOrder().stream().distinct().toList()) {
      any.add(titleOrAbstract(field -> new TermQuery(new Term(field, term))), Occur.SHOULD);
    }
    return any.build();
  }

  /** Papers with the words of a text in its order. */
  static Query phrase(String text) {
    return titleOrAbstract(new Node.Phrase(text));
  }

  /** Papers with any of the words. */
  static Query anyOf(List<String> words) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.stream()
        .distinct()
        .forEach(word -> any.add(titleOrAbstract(new Node.Word(word)), Occur.SHOULD));
    return any.build();
  }

  Query of(Node node) {
    return switch (node) {
      case Node.Everything() -> EVERYTHING;
      case Node.And(var parts) -> all(parts, this::of);
      case Node.Or(var parts) -> any(parts, this::of);
      case Node.Not(var part) -> not(of(part));
      case Node.In(var field, var part) -> in(field, part);
      case Node.Word _, Node.Phrase _, Node.Prefix _ -> titleOrAbstract(node);
      case Node.Since(var day) -> announced(day.on(today).toEpochDay(), Long.MAX_VALUE);
      case Node.Until(var day) -> announced(Long.MIN_VALUE, day.on(today).toEpochDay());
      case Node.TrendAbove(var threshold, var orEqual) ->
          selecting(new TrendQuery(new TrendValues(today), threshold.doubleValue(), orEqual));
      case Node.Meaning(var text) -> meaning.apply(text);
    };
  }

  private static Query in(Field field, Node node) {
    return switch (node) {
      case Node.And(var parts) -> all(parts, part -> in(field, part));
      case Node.Or(var parts) -> any(parts, part -> in(field, part));
      case Node.Not(var part) -> not(in(field, part));
      default -> leaf(field, node);
    };
  }

  private static Query leaf(Field field, Node node) {
    return switch (field) {
      case TITLE -> new BoostQuery(text(PaperDocument.TITLE, node), TITLE_BOOST);
      case ABSTRACT -> text(PaperDocument.ABSTRACT, node);
      case AUTHOR ->
          selecting(
              node instanceof Node.Prefix
                  ? text(PaperDocument.AUTHOR, node)
                  : AuthorQuery.of(value(node)));
      case CATEGORY -> value(PaperDocument.CATEGORY, category(value(node)));
      case TOPIC -> value(PaperDocument.TOPIC, PaperDocument.slug(value(node)));
      case SOURCE -> value(PaperDocument.SOURCE, PaperDocument.lower(value(node)));
      case ID -> value(PaperDocument.ANY_ID, id(value(node)));
    };
  }

  private static Query titleOrAbstract(Node node) {
    return titleOrAbstract(field -> text(field, node));
  }

  private static Query titleOrAbstract(Function<String, Query> text) {
    return new DisjunctionMaxQuery(
        List.of(
            new BoostQuery(text.apply(PaperDocument.TITLE), TITLE_BOOST),
            text.apply(PaperDocument.ABSTRACT)),
        TIE);
  }

  private static Query text(String field, Node node) {
    return switch (node) {
      case Node.Word(var text) -> word(field, Terms.of(text));
      case Node.Phrase(var text) -> inOrder(field, Terms.of(text).inOrder());
      case Node.Prefix(var start) -> new PrefixQuery(new Term(field, TextParts.joinedText(start)));
      default -> throw new IllegalArgumentException("not a text: " + node);
    };
  }

  /** {@code pre-training} is also found where a paper writes it as one word or as two. */
  private static Query word(String field, Terms terms) {
    Query inOrder = inOrder(field, terms.inOrder());
    return terms.joined().isEmpty()
        ? inOrder
        : new DisjunctionMaxQuery(
            List.of(inOrder, new TermQuery(new Term(field, terms.joined()))), 0);
  }

  private static Query inOrder(String field, List<String> terms) {
    return switch (terms.size()) {
      case 0 -> new MatchNoDocsQuery("no words");
      case 1 -> new TermQuery(new Term(field, terms.getFirst()));
      default -> new PhraseQuery(field, terms.toArray(String[]::new));
    };
  }

  private static Query value(String field, String value) {
    return selecting(new TermQuery(new Term(field, value)));
  }

  private static String value(Node node) {
    return switch (node) {
      case Node.Word(var text) -> text;
      case Node.Phrase(var text) -> text;
      default -> throw new IllegalArgumentException("not a value: " + node);
    };
  }

  /** An archive is indexed as a category of its own. */
  private static String category(String value) {
    String category = PaperDocument.category(value);
    return category.endsWith(".*") ? category.substring(0, category.length() - 2) : category;
  }

  /**
   * Without version and, of old arXiv papers, without subject class; addresses name papers, too.
   */
  private static String id(String value) {
    try {
      return PaperDocument.lower(PaperId.read(value).toString());
    } catch (IllegalArgumentException notKnown) {
      return PaperDocument.lower(value);
    }
  }

  private static Query announced(long from, long to) {
    return selecting(LongPoint.newRangeQuery(PaperDocument.ANNOUNCED_DAY, from, to));
  }

  private static Query all(List<Node> parts, Function<Node, Query> translation) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean onlyExcludes = true;
    for (Node part : parts) {
      if (part instanceof Node.Not(var excluded)) {
        all.add(translation.apply(excluded), Occur.MUST_NOT);
      } else {
        all.add(translation.apply(part), Occur.MUST);
        onlyExcludes = false;
      }
    }
    return onlyExcludes ? all.add(EVERYTHING, Occur.MUST).build() : all.build();
  }

  private static Query any(List<Node> parts, Function<Node, Query> translation) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(translation.apply(part), Occur.SHOULD));
    return any.build();
  }

  private static Query not(Query excluded) {
    return new BooleanQuery.Builder()
        .add(EVERYTHING, Occur.MUST)
        .add(excluded, Occur.MUST_NOT)
        .build();
  }

  /** A query that decides but adds nothing to the score. */
  private static Query selecting(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
