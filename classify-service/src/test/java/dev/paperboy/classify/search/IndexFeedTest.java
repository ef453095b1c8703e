package dev.paperboy.classify.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.paperboy.classify.pipeline.ClassifyTopics;
import dev.paperboy.query.PaperDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFeedTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private static final Path SAMPLES = Path.of("src/main/resources/contracts");
  private static final TopicPartition PAPERS = new TopicPartition(ClassifyTopics.CLASSIFIED, 0);

  @TempDir Path directory;

  @Test
  void aRestartGoesOnBehindWhatWasCommitted() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7)));
      feed.show();
      feed.commit();
      feed.apply(List.of(paper(2, 8)));
      feed.show();
    }
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      assertThat(feed.position(PAPERS)).isEqualTo(8);
      assertThat(count(index)).as("what was not committed is read again").isEqualTo(1);
    }
  }

  @Test
  void aWipedIndexBeginsAtTheStartOfTheLog() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7), trend(1, 3)));
      feed.show();
      feed.commit();
    }
    for (Path file : files()) {
      Files.delete(file);
    }
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      assertThat(feed.position(PAPERS)).isZero();
      assertThat(count(index)).isZero();
      feed.apply(List.of(paper(1, 7), trend(1, 3)));
      feed.show();
      assertThat(count(index)).isEqualTo(1);
    }
  }

  @Test
  void anotherTrendLeavesThePaperAsItIs() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7), paper(2, 8)));
      feed.show();
      feed.apply(List.of(trend(1, 3)));
      feed.show();

      String id = "arxiv:2605.00001";
      assertThat(index.get(id).paper()).isNotNull();
      assertThat(index.get(id).trend().parts()).isNotEmpty();
      assertThat(index.get("arxiv:2605.00002").trend()).isNull();
      double sum = index.get(id).trend().sum();
      assertThat(trendParts(index)).containsExactlyInAnyOrder(0.0, sum);
      feed.commit();
      assertThat(written(index)).as("no document is written again").isEqualTo(2);
    }
    try (PaperIndex index = open()) {
      assertThat(index.get("arxiv:2605.00001").trend().parts()).isNotEmpty();
    }
  }

  /** Documents, with those that others took the place of. */
  private static int written(PaperIndex index) throws IOException {
    return index.search(searcher -> searcher.getIndexReader().maxDoc());
  }

  private static List<Double> trendParts(PaperIndex index) throws IOException {
    return index.search(
        searcher -> {
          List<Double> sums = new ArrayList<>();
          for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            NumericDocValues values =
                segment.reader().getNumericDocValues(PaperDocument.TREND_PARTS);
            while (values.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
              sums.add(Double.longBitsToDouble(values.longValue()));
            }
          }
          return sums;
        });
  }

  @Test
  void aDamagedIndexIsMadeAnew() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7)));
      feed.show();
      feed.commit();
    }
    for (Path file : files()) {
      if (file.getFileName().toString().startsWith("segments")) {
        Files.writeString(file, "not an index");
      }
    }
    try (PaperIndex index = open()) {
      assertThat(new IndexFeed(index, JSON, "log 1").position(PAPERS)).isZero();
    }
  }

  @Test
  void anotherLogUnderTheSameNamesIsReadFromItsStart() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7)));
      feed.show();
      feed.commit();
    }
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 2");
      assertThat(feed.position(PAPERS)).isZero();
      assertThat(count(index)).as("until all is read, searches see what there was").isEqualTo(1);
      feed.caughtUp();
      assertThat(count(index)).isZero();
    }
  }

  @Test
  void whatIsNotShownYetIsKnownToTheFeed() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(trend(1, 1)));
      feed.apply(List.of(paper(1, 7)));
      feed.apply(List.of(trend(1, 2), paper(2, 8)));
      assertThat(feed.unseen()).isEqualTo(2);
      assertThat(count(index)).isZero();
      feed.show();
      assertThat(feed.unseen()).isZero();
      assertThat(index.get("arxiv:2605.00001").paper()).isNotNull();
      assertThat(index.get("arxiv:2605.00001").trend()).isNotNull();
      assertThat(count(index)).isEqualTo(2);
    }
  }

  @Test
  void whatIsMadeAnewIsSeenAllAtOnce() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7), paper(2, 8)));
      feed.show();
      feed.commit();

      feed.beginAnew();
      feed.apply(List.of(paper(3, 1)));
      feed.show();
      feed.apply(List.of(trend(3, 2), paper(4, 3), paper(5, 4)));
      feed.show();
      feed.commit();
      assertThat(count(index)).isEqualTo(2);
      assertThat(index.get("arxiv:2605.00003").trend()).as("which feeders see").isNotNull();
      assertThat(feed.position(PAPERS)).isEqualTo(5);

      feed.caughtUp();
      assertThat(count(index)).isEqualTo(3);
      feed.apply(List.of(paper(6, 5)));
      feed.show();
      assertThat(count(index)).isEqualTo(4);
      feed.commit();
    }
    try (PaperIndex index = open()) {
      assertThat(new IndexFeed(index, JSON, "log 1").position(PAPERS)).isEqualTo(6);
      assertThat(count(index)).isEqualTo(4);
    }
  }

  @Test
  void whatWasNotMadeToTheEndIsForgotten() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7), paper(2, 8)));
      feed.show();
      feed.commit();
      feed.beginAnew();
      feed.apply(List.of(paper(3, 1)));
      feed.show();
      feed.commit();

      IndexFeed next = new IndexFeed(index, JSON, "log 1");
      assertThat(next.position(PAPERS)).as("the broker went away, and came back").isZero();
      next.apply(List.of(paper(4, 1)));
      next.show();
      assertThat(count(index)).isEqualTo(2);
    }
    try (PaperIndex index = open()) {
      assertThat(new IndexFeed(index, JSON, "log 1").position(PAPERS))
          .as("the service was stopped")
          .isEqualTo(9);
      assertThat(count(index)).isEqualTo(2);
    }
  }

  @Test
  void anIndexOfAnotherLayoutIsNotShown() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      feed.apply(List.of(paper(1, 7)));
      feed.show();
      index.commit(Map.of("log", "layout 0, log 1"));
    }
    try (PaperIndex index = open()) {
      assertThat(new IndexFeed(index, JSON, "log 1").position(PAPERS)).isZero();
      assertThat(count(index)).isZero();
    }
  }

  @Test
  void aRecordThatCannotBeReadStopsNothing() throws IOException {
    try (PaperIndex index = open()) {
      IndexFeed feed = new IndexFeed(index, JSON, "log 1");
      ConsumerRecord<String, byte[]> broken =
          new ConsumerRecord<>(PAPERS.topic(), 0, 3, "arxiv:2605.00009", "{broken".getBytes(UTF_8));
      feed.apply(List.of(paper(1, 2), broken, paper(2, 4)));
      feed.show();
      assertThat(count(index)).isEqualTo(2);
      assertThat(feed.position(PAPERS)).isEqualTo(5);
    }
  }

  private PaperIndex open() throws IOException {
    return PaperIndexProducer.open(directory, JSON);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return new ArrayList<>(files.toList());
    }
  }

  private static int count(PaperIndex index) throws IOException {
    return index.search(searcher -> searcher.count(new MatchAllDocsQuery()));
  }

  private static ConsumerRecord<String, byte[]> paper(int number, long offset) throws IOException {
    return record(ClassifyTopics.CLASSIFIED, "papers.classified", number, offset);
  }

  private static ConsumerRecord<String, byte[]> trend(int number, long offset) throws IOException {
    return record(ClassifyTopics.TREND, "papers.trend", number, offset);
  }

  private static ConsumerRecord<String, byte[]> record(
      String topic, String contract, int number, long offset) throws IOException {
    String id = "arxiv:2605.%05d".formatted(number);
    Path sample = SAMPLES.resolve(contract).resolve("samples");
    try (Stream<Path> samples = Files.list(sample)) {
      ObjectNode body =
          (ObjectNode) JSON.readTree(samples.sorted().findFirst().orElseThrow().toFile());
      body.put("id", id);
      return new ConsumerRecord<>(topic, 0, offset, id, JSON.writeValueAsBytes(body));
    }
  }
}
