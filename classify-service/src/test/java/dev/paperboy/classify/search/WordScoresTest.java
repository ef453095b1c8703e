package dev.paperboy.classify.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.PaperText;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class WordScoresTest {
  private static final List<String> VOCABULARY =
      List.of("ice", "melting", "pre-training", "pretraining", "wind", "north", "snow", "model");

  private final Random random = new Random(11);

  /** The same as Lucene's own queries say, over several segments and any documents of them. */
  @Test
  void scoresAndCountsAreThoseOfTheWholeQuery() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config = new IndexWriterConfig(PaperDocument.analyzer());
      try (IndexWriter writer =
          new IndexWriter(directory, config.setMergePolicy(NoMergePolicy.INSTANCE))) {
        for (int i = 0; i < 300; i++) {
          writer.addDocument(PaperDocument.of(paper(i)));
          if (i % 90 == 89) {
            writer.flush();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(2);
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int round = 0; round < 100; round++) {
          List<String> words = words(1 + random.nextInt(5)).distinct().toList();
          int[] documents = random.ints(40, 0, reader.maxDoc()).distinct().sorted().toArray();
          isAsLuceneSays(searcher, words, documents);
        }
      }
    }
  }

  private static void isAsLuceneSays(IndexSearcher searcher, List<String> words, int[] documents)
      throws IOException {
    WordScores scores = WordScores.of(searcher, words, words, documents);
    Query whole =
        new BooleanQuery.Builder()
            .add(PaperQuery.anyOf(words), Occur.MUST)
            .add(PaperQuery.phrase(words), Occur.SHOULD)
            .build();
    for (int i = 0; i < documents.length; i++) {
      var explained = searcher.explain(whole, documents[i]);
      float expected = explained.isMatch() ? explained.getValue().floatValue() : 0;
      assertThat(scores.score(i)).as("%s", words).isCloseTo(expected, within(1e-4f));
      int had = 0;
      for (String word : words) {
        had += searcher.explain(PaperQuery.anyOf(List.of(word)), documents[i]).isMatch() ? 1 : 0;
      }
      assertThat(scores.words(i)).as("%s", words).isEqualTo(had);
    }
  }

  private PaperText paper(int number) {
    return new PaperText(
        "arxiv:2605.%05d".formatted(number),
        text(3),
        text(12),
        List.of(),
        List.of("cs.IR"),
        List.of(),
        "arxiv",
        LocalDate.of(2026, 5, 12),
        0);
  }

  private String text(int words) {
    return words(words).collect(Collectors.joining(" "));
  }

  private Stream<String> words(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> VOCABULARY.get(random.nextInt(VOCABULARY.size())));
  }
}
