package dev.paperboy.classify.search;

import dev.paperboy.classify.phrase.KeyPhrases;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.events.PaperId;
import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.PlainQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ByteVectorSimilarityQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Search and trending lists over this replica's index; calls block for milliseconds. */
@ApplicationScoped
public class PaperSearch {
  /** A list ends here: a place costs the index as much as all before it. */
  public static final int DEEPEST = 1_000;

  /** The graph is walked this much further than what is found reaches. */
  private static final double AROUND = 0.06;

  /** What a likeness weighs beside a score of words. */
  private static final float LIKE_WORDS = 40;

  private final PaperIndex index;
  private final Announcements announcements;
  private final CardMaker cards;
  private final Clock clock;
  private final QueryVectors vectors;
  private final Fusion fusion;
  private final Turns turns = Turns.byProcessors();

  @Inject
  PaperSearch(
      PaperIndex index,
      Announcements announcements,
      Taxonomy taxonomy,
      Clock clock,
      QueryVectors vectors) {
    this(index, announcements, taxonomy, clock, vectors, Fusion.byShape());
  }

  /**
   * @param vectors of queries, to search by meaning
   * @param fusion of what is found by words and by meaning
   */
  public PaperSearch(
      PaperIndex index,
      Announcements announcements,
      Taxonomy taxonomy,
      Clock clock,
      QueryVectors vectors,
      Fusion fusion) {
    this.index = index;
    this.announcements = announcements;
    this.cards = new CardMaker(taxonomy, clock);
    this.clock = clock;
    this.vectors = vectors;
    this.fusion = fusion;
  }

  /**
   * Papers that match a query.
   *
   * @param query in the query language of paper-query
   * @param offset how many to pass over; nothing comes behind {@value #DEEPEST}
   * @param limit how many to return at most
   * @throws dev.paperboy.query.QuerySyntaxException where the query cannot be read
   */
  public PaperList search(String query, ListOrder order, int offset, int limit) {
    return search(PaperQuery.parse(query), order, offset, limit);
  }

  /** The same, best match first. */
  public PaperList search(String query, int offset, int limit) {
    return search(query, ListOrder.RELEVANCE, offset, limit);
  }

  /** The same for any text taken as plain words; never throws for what was typed. */
  public PaperList searchWords(String anyText, int offset, int limit) {
    return search(PaperQuery.words(anyText), ListOrder.RELEVANCE, offset, limit);
  }

  /** The same for a query that was read already. */
  public PaperList search(PaperQuery query, ListOrder order, int offset, int limit) {
    Asked asked = asked(query);
    return searching(
        asked,
        searcher -> {
          Found found = found(searcher, asked);
          return list(searcher, found, searcher.count(found.papers()), order, offset, limit);
        });
  }

  /** The same, with what there is to choose from in the whole list, and what was perhaps meant. */
  public SearchResult explore(PaperQuery query, ListOrder order, int offset, int limit) {
    Asked asked = asked(query);
    SearchResult explored =
        searching(
            asked,
            searcher -> {
              Found found = found(searcher, asked);
              FacetCounts.Counted counted =
                  searcher.search(found.papers(), FacetCounts.manager(found.best().length > 0));
              return new SearchResult(
                  list(searcher, found, counted.papers(), order, offset, limit),
                  counted.facets(),
                  query.respelled(searcher.getIndexReader()).orElse(null));
            });
    return new SearchResult(explored.list(), explored.facets(), meant(explored.meant()));
  }

  /** What words alone decide is done before its turn would come. */
  private <T> T searching(Asked asked, PaperIndex.Search<T> search) {
    return asked.meaning() == null
        ? index.reading(search)
        : turns.await(() -> index.reading(search));
  }

  /**
   * The papers that a query selects as a filter of mails does: nothing but its words decides, where
   * it asks for no meaning.
   *
   * @throws dev.paperboy.query.QuerySyntaxException where the query cannot be read
   */
  public PaperList selected(String query, ListOrder order, int offset, int limit) {
    return list(matching(PaperQuery.parse(query)), order, offset, limit);
  }

  /**
   * What is asked, once all of it has been through the encoder: nobody waits for that while others
   * wait for a turn.
   *
   * @param words papers by their words
   * @param plain the words themselves; empty where they are no plain ones
   * @param meaning of the words; null where words alone decide
   * @param allowed papers that fulfil the conditions; null where there are none
   */
  private record Asked(Query words, List<String> plain, QueryVector meaning, Query allowed) {}

  private Asked asked(PaperQuery query) {
    Query words = matching(query);
    PlainQuery plain = query.plain().orElse(null);
    QueryVector meaning = plain == null ? null : vectors.of(plain.text()).orElse(null);
    if (meaning == null || !meaning.vector().hasDirection()) {
      return new Asked(words, List.of(), null, null);
    }
    return new Asked(
        words, plain.words(), meaning, plain.rest().isEmpty() ? null : matching(plain.rest()));
  }

  /**
   * What a search found.
   *
   * @param papers all of it
   * @param best what the best matches are, best first; empty where words alone decide
   * @param words papers by their words
   */
  private record Found(Query papers, int[] best, Query words) {}

  private Found found(IndexSearcher searcher, Asked asked) throws IOException {
    Query words = asked.words();
    if (asked.meaning() == null) {
      return new Found(words, new int[0], words);
    }
    HybridSearch.Best best =
        new HybridSearch(searcher, fusion)
            .best(asked.plain(), asked.meaning(), words, asked.allowed());
    Query these = new TheseDocuments(best.documents());
    Query either =
        new BooleanQuery.Builder().add(words, Occur.SHOULD).add(these, Occur.SHOULD).build();
    return new Found(best.complete() ? these : either, best.documents(), words);
  }

  /**
   * @param total how many there are
   */
  private PaperList list(
      IndexSearcher searcher, Found found, long total, ListOrder order, int offset, int limit)
      throws IOException {
    if (order != ListOrder.RELEVANCE || found.best().length == 0) {
      return list(searcher, found.papers(), total, order, offset, limit);
    }
    int end = (int) Math.min(Math.min(total, DEEPEST), (long) offset + limit);
    List<PaperCard> papers = new ArrayList<>();
    StoredFields fields = searcher.storedFields();
    for (int i = offset; i < Math.min(end, found.best().length); i++) {
      papers.add(cards.of(index.read(searcher, fields, found.best()[i])));
    }
    int behind = end - found.best().length;
    if (behind > 0) {
      Query others =
          new BooleanQuery.Builder()
              .add(found.words(), Occur.MUST)
              .add(new TheseDocuments(found.best()), Occur.MUST_NOT)
              .build();
      ScoreDoc[] more = searcher.search(others, behind, sort(order)).scoreDocs;
      for (int i = Math.max(0, offset - found.best().length); i < more.length; i++) {
        papers.add(cards.of(index.read(searcher, fields, more[i].doc)));
      }
    }
    return new PaperList(total, papers);
  }

  private Query matching(PaperQuery query) {
    return new BooleanQuery.Builder()
        .add(query.toLucene(today(), this::about), Occur.MUST)
        .add(PaperIndex.PAPERS, Occur.FILTER)
        .build();
  }

  /**
   * Papers about a text.
   *
   * @throws NotNow where it can't be encoded soon: any other list would not be what was asked for
   */
  private Query about(String text) {
    QueryVector meaning = vectors.of(text).orElseThrow(NotNow::withoutMeaning);
    if (!meaning.vector().hasDirection()) {
      return new MatchNoDocsQuery("a text without a direction");
    }
    IndexedVector vector = meaning.vector();
    return new BoostQuery(
        new ByteVectorSimilarityQuery.Explicit(
            vector.field(),
            vector.int8(),
            score(meaning.threshold() - AROUND),
            score(meaning.threshold())),
        LIKE_WORDS);
  }

  /** Lucene's score of a cosine. */
  private static float score(double cosine) {
    return (float) ((1 + cosine) / 2);
  }

  /** A query spelled otherwise, unless it finds nothing; may ask the encoder. */
  private PaperQuery meant(PaperQuery other) {
    if (other == null) {
      return null;
    }
    Query papers = matching(other);
    return index.reading(searcher -> searcher.count(papers)) == 0 ? null : other;
  }

  /**
   * The trendiest papers of a window that ends with the latest announcement.
   *
   * @param field only this field; null for all
   */
  public PaperList trending(TrendWindow window, String field, int offset, int limit) {
    LocalDate last = announcements.latest();
    return last == null
        ? new PaperList(0, List.of())
        : announced(window.first(last), last, field, ListOrder.TREND, offset, limit);
  }

  /**
   * Papers announced from one day to another, both included.
   *
   * @param field only this field; null for all
   */
  public PaperList announced(
      LocalDate first, LocalDate last, String field, ListOrder order, int offset, int limit) {
    BooleanQuery.Builder papers =
        new BooleanQuery.Builder()
            .add(Announcements.between(first, last), Occur.FILTER)
            .add(PaperIndex.PAPERS, Occur.FILTER);
    if (field != null) {
      papers.add(new TermQuery(new Term(PaperIndex.FIELD, field)), Occur.FILTER);
    }
    return list(papers.build(), order, offset, limit);
  }

  /**
   * Papers about any of some topics, the latest first; more topics than a query may name.
   *
   * @param topics ids of the taxonomy
   */
  public PaperList aboutAny(Collection<String> topics, int offset, int limit) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    topics.forEach(
        topic ->
            any.add(
                new TermQuery(new Term(PaperDocument.TOPIC, PaperDocument.slug(topic))),
                Occur.SHOULD));
    Query papers =
        new BooleanQuery.Builder()
            .add(any.build(), Occur.FILTER)
            .add(PaperIndex.PAPERS, Occur.FILTER)
            .build();
    return list(papers, ListOrder.DATE, offset, limit);
  }

  /**
   * The paper of an id as people write it: {@code arxiv:2405.14906}, {@code 2405.14906v2}, {@code
   * hep-th/9901001}, {@code 10.1101/2024.01.02.573912}, {@code https://arxiv.org/abs/2405.14906}.
   */
  public Optional<PaperCard> paper(String writtenId) {
    return index.reading(
        searcher -> {
          TopDocs found = searcher.search(byId(writtenId), 1);
          if (found.scoreDocs.length == 0) {
            requireWhole();
          }
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(
                  cards.of(index.read(searcher, searcher.storedFields(), found.scoreDocs[0].doc)));
        });
  }

  /**
   * Nothing, where the index has all that has been classified.
   *
   * @throws NotNow where it is being read in, so that what is not there may come yet
   */
  public void requireWhole() {
    if (index.isFilling()) {
      throw NotNow.whileFilling();
    }
  }

  private static Query byId(String writtenId) {
    String id = writtenId.strip();
    try {
      id = PaperId.read(id).toString();
    } catch (IllegalArgumentException e) {
      // Of an archive whose ids we don't know, then.
    }
    return new BooleanQuery.Builder()
        .add(
            new TermQuery(new Term(PaperDocument.ANY_ID, id.toLowerCase(Locale.ROOT))),
            Occur.FILTER)
        .add(PaperIndex.PAPERS, Occur.FILTER)
        .build();
  }

  /**
   * The papers nearest in meaning: what may be another version of the paper, and what is similar.
   *
   * @param limit of similar papers
   * @return empty where the paper is unknown or has no vector
   */
  public Neighbourhood around(PaperId id, int limit) {
    return index.reading(searcher -> new Neighbours(index, cards).of(searcher, id, limit));
  }

  /**
   * The phrases that a paper is about, best first; made as they are asked for, since they take less
   * than a millisecond and the rarity of words is that of today's index.
   */
  public List<String> keyPhrases(PaperCard paper) {
    return index.reading(
        searcher ->
            KeyPhrases.of(
                paper.title(), paper.abstractText(), new IndexRarity(searcher.getIndexReader())));
  }

  /** The business date, UTC. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  private Sort sort(ListOrder order) {
    SortField trend = PaperDocument.trendScore(today()).getSortField(true);
    return switch (order) {
      // Equal matches, such as all that a filter selects, come by trend.
      case RELEVANCE -> new Sort(SortField.FIELD_SCORE, trend);
      case TREND -> new Sort(trend);
      case DATE ->
          new Sort(new SortField(PaperDocument.ANNOUNCED_DAY, SortField.Type.LONG, true), trend);
    };
  }

  private PaperList list(Query query, ListOrder order, int offset, int limit) {
    return index.reading(
        searcher -> list(searcher, query, searcher.count(query), order, offset, limit));
  }

  private PaperList list(
      IndexSearcher searcher, Query query, long total, ListOrder order, int offset, int limit)
      throws IOException {
    int wanted = (int) Math.min(Math.min(total, DEEPEST), (long) offset + limit);
    if (wanted <= offset) {
      return new PaperList(total, List.of());
    }
    TopDocs found = searcher.search(query, wanted, sort(order));
    StoredFields fields = searcher.storedFields();
    List<PaperCard> papers = new ArrayList<>();
    for (int i = offset; i < found.scoreDocs.length; i++) {
      papers.add(cards.of(index.read(searcher, fields, found.scoreDocs[i].doc)));
    }
    return new PaperList(total, papers);
  }
}
