package dev.paperboy.classify.search;

import dev.paperboy.events.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.ScoreDoc;

/** Finds the papers nearest to one in meaning, and tells versions of it from papers like it. */
final class Neighbours {
  /** Asked of the graph; more than are shown, since it finds the nearest the better. */
  private static final int CANDIDATES = 100;

  /** More papers in the same words are a series, not versions. */
  private static final int MOST_VERSIONS = 5;

  private final PaperIndex index;
  private final CardMaker cards;

  Neighbours(PaperIndex index, CardMaker cards) {
    this.index = index;
    this.cards = cards;
  }

  /**
   * @param limit of similar papers
   * @return empty where the paper is unknown or has no vector
   */
  Neighbourhood of(IndexSearcher searcher, PaperId id, int limit) throws IOException {
    IndexedPaper paper = index.get(id.toString()).paper();
    if (paper == null || paper.vector() == null || !paper.vector().hasDirection()) {
      return Neighbourhood.EMPTY;
    }
    KnnByteVectorQuery near =
        new KnnByteVectorQuery(paper.vector().field(), paper.vector().int8(), CANDIDATES);
    Shingles shingles = Shingles.of(paper.title(), paper.abstractText());
    StoredFields fields = searcher.storedFields();
    List<RelatedVersion> versions = new ArrayList<>();
    List<SimilarPaper> similar = new ArrayList<>();
    for (ScoreDoc one : searcher.search(near, CANDIDATES).scoreDocs) {
      // Lucene's score of a cosine is (1 + cosine) / 2.
      double cosine = 2 * one.score - 1;
      boolean same = NearDuplicates.meanTheSame(cosine);
      if (similar.size() >= limit && !same) {
        break;
      }
      IndexEntry entry = index.read(searcher, fields, one.doc);
      if (entry.paper().id().equals(id)) {
        continue;
      }
      double shared =
          same
              ? shingles.shared(Shingles.of(entry.paper().title(), entry.paper().abstractText()))
              : 0;
      if (NearDuplicates.related(cosine, shared)) {
        if (versions.size() < MOST_VERSIONS) {
          versions.add(new RelatedVersion(cards.of(entry), cosine, shared));
        }
      } else if (similar.size() < limit && !entry.paper().withdrawn()) {
        similar.add(new SimilarPaper(cards.of(entry), cosine));
      }
    }
    return new Neighbourhood(versions, similar);
  }
}
