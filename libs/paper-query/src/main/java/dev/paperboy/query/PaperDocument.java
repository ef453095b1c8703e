package dev.paperboy.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.util.BytesRef;

/** A paper in Lucene: the fields that {@link PaperQuery} asks, and how their text is analysed. */
public final class PaperDocument {
  /** The paper's id, one untouched term, stored: what to delete or update by. */
  public static final String ID = "id";

  /** Text, positions, norms. */
  public static final String TITLE = "title";

  /** Text, positions, norms. */
  public static final String ABSTRACT = "abstract";

  /** Names of authors with initials, one value per author. */
  public static final String AUTHOR = "author";

  /** Categories and their archives, lower case. */
  public static final String CATEGORY = "category";

  /**
   * The archives of the categories, only to be counted: so many papers are found by {@code cat:}
   * with the archive.
   */
  public static final String ARCHIVE = "archive";

  /** Ids and names of topics as {@link #slug}s; also to be counted. */
  public static final String TOPIC = "topic";

  /** The source, lower case; also to be counted. */
  public static final String SOURCE = "source";

  /** Ids with and without their archive, lower case. */
  public static final String ANY_ID = "anyId";

  /** The announcement date as epoch day: a point, and a numeric doc value to sort by. */
  public static final String ANNOUNCED_DAY = "announcedDay";

  /**
   * The sum of the trend's parts, a double doc value and nothing else, so that {@code
   * IndexWriter.updateDocValues} with a {@link #trendParts field of the new value} follows the
   * trend without writing the paper again.
   */
  public static final String TREND_PARTS = "trendParts";

  private static final Analyzer ALL =
      new PerFieldAnalyzerWrapper(TextAnalyzer.ofPapers(), Map.of(AUTHOR, new AuthorAnalyzer()));

  private PaperDocument() {}

  /** The analyzer for an {@code IndexWriter} of such documents. Shared; not to be closed. */
  public static Analyzer analyzer() {
    return ALL;
  }

  /** The document of a paper. Only {@link #ID} is stored; callers may add fields of their own. */
  public static Document of(PaperText paper) {
    Document document = new Document();
    document.add(new StringField(ID, paper.id(), Store.YES));
    document.add(new TextField(TITLE, paper.title(), Store.NO));
    document.add(new TextField(ABSTRACT, paper.abstractText(), Store.NO));
    for (String author : paper.authors()) {
      document.add(new TextField(AUTHOR, AuthorParts.inOrder(author), Store.NO));
    }
    addTerms(document, CATEGORY, paper.categories().stream().flatMap(PaperDocument::withArchive));
    addCounted(document, ARCHIVE, paper.categories().stream().map(PaperDocument::archive));
    addTerms(document, TOPIC, paper.topics().stream().map(PaperDocument::slug));
    addCounted(document, TOPIC, paper.topics().stream().map(PaperDocument::slug));
    addTerms(document, SOURCE, Stream.of(lower(paper.source())));
    addCounted(document, SOURCE, Stream.of(lower(paper.source())));
    addTerms(document, ANY_ID, ids(paper.id()).stream());
    long day = paper.announced().toEpochDay();
    document.add(new LongPoint(ANNOUNCED_DAY, day));
    document.add(new NumericDocValuesField(ANNOUNCED_DAY, day));
    document.add(trendParts(paper.trendParts()));
    return document;
  }

  /** The words of a text as the index has them: stems, one after another, stop words among them. */
  public static List<String> stems(String text) {
    return Terms.of(text).inOrder();
  }

  /** The {@link #TREND_PARTS} field, to update a paper's trend in place. */
  public static NumericDocValuesField trendParts(double sumOfParts) {
    return new DoubleDocValuesField(TREND_PARTS, sumOfParts);
  }

  /** Each paper's trend score on a business date, to sort by or to mix into a score. */
  public static DoubleValuesSource trendScore(LocalDate today) {
    return new TrendValues(today);
  }

  /**
   * How a topic's id or name compares: {@code Contrastive learning} and {@code
   * contrastive-learning} are the same.
   */
  public static String slug(String name) {
    List<String> parts =
        TextParts.compounds(name).stream().flatMap(List::stream).map(TextParts.Part::text).toList();
    return parts.isEmpty() ? lower(name) : String.join("-", parts);
  }

  /** How a category compares: {@code cs.lg}; a source's category of two words, with a hyphen. */
  static String category(String name) {
    return lower(name).replaceAll("[\\s_]+", "-");
  }

  static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static Stream<String> withArchive(String name) {
    return Stream.of(category(name), archive(name)).distinct();
  }

  private static String archive(String name) {
    String category = category(name);
    int dot = category.indexOf('.');
    return dot < 0 ? category : category.substring(0, dot);
  }

  private static List<String> ids(String id) {
    String lower = lower(id);
    return List.of(lower, lower.substring(lower.indexOf(':') + 1));
  }

  private static void addCounted(Document document, String field, Stream<String> terms) {
    terms
        .distinct()
        .forEach(term -> document.add(new SortedSetDocValuesField(field, new BytesRef(term))));
  }

  private static void addTerms(Document document, String field, Stream<String> terms) {
    terms.distinct().forEach(term -> document.add(new StringField(field, term, Store.NO)));
  }
}
