package dev.paperboy.classify.search;

import dev.paperboy.classify.phrase.StopWords;
import dev.paperboy.query.PaperQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;

/**
 * Searches plain words both ways: for papers that say them, and for papers that are about them.
 *
 * <p>A list begins with the best of both, in one order. They are papers that have all the words,
 * papers near enough in meaning to be about them and, of a longer query, papers with most of its
 * words. Behind them come all others that have all the words. Conditions hold for every one.
 */
final class HybridSearch {
  /** Looked at by their words. */
  private static final int BY_WORDS = 200;

  /** Shorter queries want all of their words; of longer ones nobody means each. */
  private static final int SHORTEST_TO_RELAX = 4;

  private static final double SHARE_OF_WORDS = 0.5;

  private final IndexSearcher searcher;
  private final Fusion fusion;

  HybridSearch(IndexSearcher searcher, Fusion fusion) {
    this.searcher = searcher;
    this.fusion = fusion;
  }

  /**
   * The documents that a list begins with, best first.
   *
   * @param all papers that have all the words and fulfil the conditions
   * @param allowed papers that fulfil the conditions
   */
  int[] best(List<String> words, QueryVector meaning, Query all, Query allowed) throws IOException {
    QueryShape shape = QueryShape.of(words);
    List<String> telling =
        words.stream().filter(word -> !StopWords.isFunctionWord(word)).distinct().toList();
    if (telling.isEmpty()) {
      telling = words;
    }
    boolean relaxed = telling.size() >= SHORTEST_TO_RELAX;
    Query most =
        PaperQuery.someOf(
            telling, relaxed ? (int) Math.ceil(SHARE_OF_WORDS * telling.size()) : telling.size());
    TreeSet<Integer> found = new TreeSet<>();
    add(found, all, BY_WORDS);
    ScoreDoc[] byWords = relaxed ? top(both(most, allowed), BY_WORDS) : new ScoreDoc[0];
    Arrays.stream(byWords).forEach(one -> found.add(one.doc));
    IndexedVector vector = meaning.vector();
    add(
        found,
        new KnnByteVectorQuery(vector.field(), vector.int8(), shape.nearest(), allowed),
        shape.nearest());
    int[] documents = found.stream().mapToInt(Integer::intValue).toArray();
    Query these = new TheseDocuments(documents);
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc one : top(both(said(telling, words), these), documents.length)) {
      scores.put(one.doc, one.score);
    }
    TreeSet<Integer> haveAll = new TreeSet<>();
    add(haveAll, both(all, these), documents.length);
    TreeSet<Integer> haveMost = new TreeSet<>();
    Arrays.stream(byWords).forEach(one -> haveMost.add(one.doc));
    double[] cosines = cosines(documents, vector);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      boolean hasAll = haveAll.contains(documents[i]);
      if (hasAll || haveMost.contains(documents[i]) || cosines[i] >= meaning.threshold()) {
        candidates.add(
            new Candidate(documents[i], scores.getOrDefault(documents[i], 0f), cosines[i], hasAll));
      }
    }
    double[] fused = fusion.scores(shape, candidates);
    return IntStream.range(0, fused.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -fused[i])
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(i -> candidates.get(i).document())
        .toArray();
  }

  /** Some of the words; who has all of them in a row says just this. */
  private static Query said(List<String> telling, List<String> words) {
    return new BooleanQuery.Builder()
        .add(PaperQuery.someOf(telling, 1), Occur.MUST)
        .add(PaperQuery.phrase(words), Occur.SHOULD)
        .build();
  }

  private void add(TreeSet<Integer> found, Query query, int most) throws IOException {
    for (ScoreDoc one : top(query, most)) {
      found.add(one.doc);
    }
  }

  private ScoreDoc[] top(Query query, int most) throws IOException {
    return most == 0 ? new ScoreDoc[0] : searcher.search(query, most).scoreDocs;
  }

  private static Query both(Query scoring, Query deciding) {
    return new BooleanQuery.Builder().add(scoring, Occur.MUST).add(deciding, Occur.FILTER).build();
  }

  /** In the order of the documents, which are sorted. */
  private double[] cosines(int[] documents, IndexedVector vector) throws IOException {
    double[] cosines = new double[documents.length];
    Arrays.fill(cosines, -1);
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    int segment = -1;
    ByteVectorValues values = null;
    KnnVectorValues.DocIndexIterator at = null;
    for (int i = 0; i < documents.length; i++) {
      int its = ReaderUtil.subIndex(documents[i], segments);
      if (its != segment) {
        segment = its;
        values = segments.get(its).reader().getByteVectorValues(vector.field());
        at = values == null ? null : values.iterator();
      }
      int document = documents[i] - segments.get(its).docBase;
      if (at != null && (at.docID() < document ? at.advance(document) : at.docID()) == document) {
        cosines[i] = VectorUtil.cosine(values.vectorValue(at.index()), vector.int8());
      }
    }
    return cosines;
  }
}
