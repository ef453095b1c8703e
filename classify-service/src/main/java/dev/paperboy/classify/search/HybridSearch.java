package dev.paperboy.classify.search;

import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.phrase.StopWords;
import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.VectorUtil;

/**
 * Searches plain words both ways: for papers that say them, and for papers that are about them.
 *
 * <p>A list begins with the best of both, in one order. They are papers that have all the words,
 * papers near enough in meaning to be about them and, of a longer query, papers with most of its
 * words. Behind them come all others that have all the words. Conditions hold for every one.
 *
 * <p>Where the fusion wants feedback, the first few of that order draw the query towards them (J.
 * J. Rocchio, "Relevance feedback in information retrieval", 1971), and the order is made again.
 */
final class HybridSearch {
  /** Looked at by their words. */
  private static final int BY_WORDS = 200;

  /**
   * Words of a longer query by which papers are found, the rarest that any paper has; all of them
   * score. What has none of these has common words at most.
   */
  private static final int FINDING = 8;

  /** Of those with all the words, the most noticed; a topic has thousands that fit as well. */
  private static final int BY_ATTENTION = 300;

  private static final Sort MOST_ATTENTION =
      new Sort(new SortField(PaperDocument.TREND_PARTS, SortField.Type.DOUBLE, true));

  /** Shorter queries want all of their words; of longer ones nobody means each. */
  private static final int SHORTEST_TO_RELAX = 4;

  private static final double SHARE_OF_WORDS = 0.5;

  /** Papers that feedback takes for right. */
  private static final int BELIEVED = 10;

  private final IndexSearcher searcher;
  private final Fusion fusion;

  HybridSearch(IndexSearcher searcher, Fusion fusion) {
    this.searcher = searcher;
    this.fusion = fusion;
  }

  /**
   * What a list begins with.
   *
   * @param documents best first
   * @param complete whether none but these has all the words
   */
  record Best(int[] documents, boolean complete) {}

  /**
   * The documents that a list begins with.
   *
   * @param all papers that have all the words and fulfil the conditions
   * @param allowed papers that fulfil the conditions; null where there are none, for else a walk
   *     through the graph would begin with a list of all papers
   */
  Best best(List<String> words, QueryVector meaning, Query all, Query allowed) throws IOException {
    QueryShape shape = QueryShape.of(words);
    List<String> telling =
        words.stream().filter(word -> !StopWords.isFunctionWord(word)).distinct().toList();
    if (telling.isEmpty()) {
      telling = words.stream().distinct().toList();
    }
    boolean relaxed = telling.size() >= SHORTEST_TO_RELAX;
    IndexedVector vector = meaning.vector();
    Query near = new KnnByteVectorQuery(vector.field(), vector.int8(), shape.nearest(), allowed);
    TopDocs withAll = top(all, BY_WORDS);
    TreeSet<Integer> found = documents(withAll);
    if (relaxed) {
      // Those that lack too many of the words are left out below: what has any of them is found in
      // half the time that what has half of them takes.
      found.addAll(documents(top(both(PaperQuery.anyOf(rarest(telling)), allowed), BY_WORDS)));
    }
    found.addAll(documents(top(near, shape.nearest())));
    boolean complete = withAll.totalHits.value() < BY_WORDS;
    if (fusion.minds(shape) && !complete) {
      found.addAll(mostNoticed(all));
    }
    int[] documents = found.stream().mapToInt(Integer::intValue).toArray();
    WordScores said = WordScores.of(searcher, telling, words, documents);
    Set<Integer> haveAll = complete ? documents(withAll) : matching(all, documents);
    int most = (int) Math.ceil(SHARE_OF_WORDS * telling.size());
    DocumentValues values = new DocumentValues(searcher, documents);
    byte[][] vectors = values.vectors(vector.field());
    double[] attention = values.attention();
    Pool pool = new Pool(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < documents.length; i++) {
      double cosine = cosine(vectors[i], vector.int8());
      boolean hasAll = haveAll.contains(documents[i]);
      boolean hasMost = relaxed && said.words(i) >= most;
      if (hasAll || hasMost || cosine >= meaning.threshold()) {
        pool.candidates().add(new Candidate(documents[i], said.score(i), cosine, attention[i]));
        pool.vectors().add(vectors[i]);
      }
    }
    return new Best(ordered(shape, pool, vector.int8()), complete);
  }

  /** Candidates and their vectors, null where they have none. */
  private record Pool(List<Candidate> candidates, List<byte[]> vectors) {
    /** With cosines to another vector. */
    List<Candidate> seenFrom(byte[] query) {
      List<Candidate> seen = new ArrayList<>();
      for (int i = 0; i < vectors.size(); i++) {
        seen.add(candidates.get(i).with(cosine(vectors.get(i), query)));
      }
      return seen;
    }
  }

  private int[] ordered(QueryShape shape, Pool pool, byte[] query) {
    int[] order = order(fusion.scores(shape, pool.candidates()));
    double feedback = fusion.feedback(shape);
    if (feedback > 0) {
      byte[] nearer = nearer(query, pool.vectors(), order, feedback);
      order = order(fusion.scores(shape, pool.seenFrom(nearer)));
    }
    return Arrays.stream(order).map(i -> pool.candidates().get(i).document()).toArray();
  }

  /** Places of the scores, highest first. */
  private static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -scores[i])
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The query's vector, drawn towards the mean of those that come first. */
  private static byte[] nearer(byte[] query, List<byte[]> vectors, int[] order, double feedback) {
    float[] sum = Vectors.fromBytes(query);
    int[] first =
        Arrays.stream(order).filter(i -> vectors.get(i) != null).limit(BELIEVED).toArray();
    for (int i : first) {
      float[] one = Vectors.fromBytes(vectors.get(i));
      for (int d = 0; d < sum.length; d++) {
        sum[d] += (float) (feedback / first.length * one[d]);
      }
    }
    return Vectors.toBytes(sum);
  }

  private List<String> rarest(List<String> words) throws IOException {
    Map<List<String>, String> different = new LinkedHashMap<>();
    words.forEach(word -> different.putIfAbsent(PaperDocument.stems(word), word));
    IndexReader index = searcher.getIndexReader();
    Map<String, Integer> papers = new LinkedHashMap<>();
    for (Map.Entry<List<String>, String> word : different.entrySet()) {
      int fewest = Integer.MAX_VALUE;
      for (String stem : word.getKey()) {
        fewest = Math.min(fewest, papersWith(index, stem));
      }
      if (fewest > 0 || word.getKey().size() > 1) {
        // One of several parts may be written as one word.
        papers.put(word.getValue(), fewest);
      }
    }
    return papers.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(FINDING)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** None that nobody noticed: those would be any. */
  private List<Integer> mostNoticed(Query papers) throws IOException {
    return Arrays.stream(searcher.search(papers, BY_ATTENTION, MOST_ATTENTION).scoreDocs)
        .filter(one -> (double) ((FieldDoc) one).fields[0] > 0)
        .map(one -> one.doc)
        .toList();
  }

  private static int papersWith(IndexReader index, String stem) throws IOException {
    return Math.max(
        index.docFreq(new Term(PaperDocument.TITLE, stem)),
        index.docFreq(new Term(PaperDocument.ABSTRACT, stem)));
  }

  private static TreeSet<Integer> documents(TopDocs found) {
    TreeSet<Integer> documents = new TreeSet<>();
    Arrays.stream(found.scoreDocs).forEach(one -> documents.add(one.doc));
    return documents;
  }

  /** Counts no further than it must, so that what can't come among them is passed over. */
  private TopDocs top(Query query, int most) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(Math.max(1, most), null, most));
  }

  /** Those of some documents that match a query. */
  private Set<Integer> matching(Query query, int[] documents) throws IOException {
    Query these = new TheseDocuments(documents);
    return documents(top(new ConstantScoreQuery(both(query, these)), documents.length));
  }

  private static Query both(Query scoring, Query deciding) {
    return deciding == null
        ? scoring
        : new BooleanQuery.Builder().add(scoring, Occur.MUST).add(deciding, Occur.FILTER).build();
  }

  private static double cosine(byte[] vector, byte[] query) {
    return vector == null ? -1 : VectorUtil.cosine(vector, query);
  }
}
