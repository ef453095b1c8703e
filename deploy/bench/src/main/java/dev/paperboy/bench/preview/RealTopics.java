package dev.paperboy.bench.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.paperboy.bench.matching.RealDay;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells notify of real papers, as ingest and classify would. */
final class RealTopics implements AutoCloseable {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<?>> sent = new ArrayList<>();
  private final ArrayNode announced = JSON.createArrayNode();
  private long seq;

  RealTopics(String kafka) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      TopicDeclaration.declare(
          admin,
          Stream.of("papers.classified.v1", "papers.trend.v1", "topics.v1", "sources.v1")
              .map(TopicSpec::compacted)
              .toList());
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
  }

  /** The taxonomy. */
  void topics(Map<String, String> names) throws Exception {
    names.forEach(
        (id, name) ->
            send(
                "topics.v1",
                id,
                JSON.createObjectNode()
                    .put("id", id)
                    .put("seq", 1)
                    .put("name", name)
                    .put("description", name)
                    .putNull("parent")));
    await();
  }

  /** A day's papers, and that these are all. */
  void day(RealDay day) throws Exception {
    for (TrendingPaper paper : day.papers()) {
      String id = paper.paper().key();
      send("papers.classified.v1", id, paper.paper());
      ObjectNode trend = JSON.createObjectNode().put("id", id).put("seq", 1);
      trend
          .put("announced", day.day().toString())
          .set("parts", JSON.valueToTree(paper.trendParts()));
      send("papers.trend.v1", id, trend);
    }
    announced
        .insertObject(0)
        .put("date", day.day().toString())
        .put("announced", day.papers().size())
        .put("complete", true);
    send(
        "sources.v1",
        "arxiv",
        JSON.createObjectNode()
            .put("source", "arxiv")
            .put("seq", ++seq)
            .put("verdict", "fresh")
            .put("detail", "All announced papers are here.")
            .put("witness", false)
            .set("days", announced));
    await();
  }

  private void send(String topic, String key, Object body) {
    try {
      sent.add(producer.send(new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(body))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await() throws InterruptedException, ExecutionException {
    for (Future<?> each : sent) {
      each.get();
    }
    sent.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}
