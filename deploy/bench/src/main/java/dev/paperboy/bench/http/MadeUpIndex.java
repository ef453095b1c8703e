package dev.paperboy.bench.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.bench.paper.MadeUpPapers;
import dev.paperboy.bench.paper.MadeUpPapers.MadeUpPaper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Made-up papers as classify publishes them, with tags, vectors and trends, so that an index can be
 * filled in seconds rather than by hours of encoding. Announced over the month that ends with a
 * day.
 */
final class MadeUpIndex {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIMENSIONS = 384;
  private static final int DAYS = 30;
  private static final int MOST_TAGS = 4;

  /** Made-up papers are numbered up to this in a series. */
  private static final int SERIES = 99_999;

  private final long seed;
  private final LocalDate last;
  private final List<String> topics;
  private final MadeUpPapers papers;

  /**
   * @param topics ids of the taxonomy
   */
  MadeUpIndex(long seed, LocalDate last, List<String> topics) {
    this.seed = seed;
    this.last = last;
    this.topics = List.copyOf(topics);
    this.papers = new MadeUpPapers(seed, "4105", last);
  }

  /** Ids as addresses have them. */
  List<String> ids(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= Math.min(count, SERIES); i++) {
      ids.add(papers.paper(i).id());
    }
    return ids;
  }

  /** Sends all, and returns when the broker has them. */
  void send(int count, String kafka) throws IOException {
    try (KafkaProducer<String, byte[]> producer = TopicRecords.producer(kafka)) {
      for (int i = 1; i <= Math.min(count, SERIES); i++) {
        MadeUpPaper paper = papers.paper(i);
        Random random = new Random(seed ^ i);
        LocalDate day = last.minusDays(random.nextInt(DAYS));
        String id = "arxiv:" + paper.id();
        producer.send(
            new ProducerRecord<>(
                "papers.classified.v1",
                id,
                JSON.writeValueAsBytes(classified(id, paper, day, random))));
        producer.send(
            new ProducerRecord<>(
                "papers.trend.v1", id, JSON.writeValueAsBytes(trend(id, day, random))));
      }
    }
  }

  private ObjectNode classified(String id, MadeUpPaper paper, LocalDate day, Random random) {
    ObjectNode body = JSON.createObjectNode();
    body.put("id", id).put("seq", 1).put("kind", "new").put("source", "arxiv").put("version", 1);
    body.put("title", paper.title()).put("abstract", paper.abstractText());
    ArrayNode authors = body.putArray("authors");
    for (String author : paper.authors().split(", ")) {
      authors.add(author);
    }
    body.putArray("categories").add(paper.category());
    body.put("announced", day.toString()).put("updated", day.toString());
    body.put("withdrawn", false).put("specimen", false);
    body.put("field", paper.category().split("[. ]")[0]);
    ArrayNode tags = body.putArray("tags");
    for (int i = 1 + random.nextInt(MOST_TAGS); i > 0; i--) {
      tags.addObject()
          .put("topic", topics.get(random.nextInt(topics.size())))
          .put("confidence", 0.5 + random.nextDouble() / 2)
          .put("evidence", "vector 0.80");
    }
    byte[] vector = new byte[DIMENSIONS];
    random.nextBytes(vector);
    body.putObject("vector")
        .put("encoder", "made-up")
        .put("int8", Base64.getEncoder().encodeToString(vector));
    return body;
  }

  private static ObjectNode trend(String id, LocalDate day, Random random) {
    ObjectNode body = JSON.createObjectNode();
    body.put("id", id).put("seq", 1).put("field", "cs").put("announced", day.toString());
    body.put("asOf", day + "T20:00:00Z");
    body.putObject("parts").put("text", random.nextDouble()).put("team", random.nextDouble() / 4);
    return body;
  }
}
