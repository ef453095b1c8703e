package dev.paperboy.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks as ingest and classify do: their samples, varied, on their topics. */
public final class Events {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CLASSIFY = Path.of("../classify-service/src/main/resources/contracts");
  private static final Path INGEST = Path.of("../ingest-service/src/main/resources/contracts");

  private Events() {}

  /** The producers' topics, as they declare them. */
  public static void declareTopics() {
    declareTopics(Backing.current().kafkaBootstrap());
  }

  /** The same on another broker. */
  public static void declareTopics(String broker) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      TopicDeclaration.declare(
          admin,
          Stream.of("papers.classified.v1", "papers.trend.v1", "topics.v1", "sources.v1")
              .map(TopicSpec::compacted)
              .toList());
    }
  }

  /** The sample of a classified paper under another id. */
  public static ObjectNode paper(String id) {
    return read(CLASSIFY.resolve("papers.classified/samples/new.json")).put("id", id);
  }

  /** The sample of a trend under another id. */
  public static ObjectNode trend(String id) {
    return read(CLASSIFY.resolve("papers.trend/samples/new.json")).put("id", id);
  }

  /** A topic, or a field where {@code parent} is null. */
  public static ObjectNode topic(String id, String name, String parent) {
    return read(CLASSIFY.resolve("topics/samples/topic.json"))
        .put("id", id)
        .put("name", name)
        .put("parent", parent);
  }

  /** A source that announced {@code papers} on one day. */
  public static ObjectNode source(long seq, String verdict, String date, long papers) {
    ObjectNode source = read(INGEST.resolve("sources/samples/fresh.json"));
    source.put("seq", seq).put("verdict", verdict);
    source
        .putArray("days")
        .addObject()
        .put("date", date)
        .put("announced", papers)
        .put("complete", true);
    return source;
  }

  /** Sends a body under its own id. */
  public static void send(String topic, ObjectNode body) throws Exception {
    String key = body.has("source") && body.has("days") ? "source" : "id";
    TopicRecords.send(topic, body.get(key).asText(), JSON.writeValueAsBytes(body));
  }

  /** A body as it goes on a topic. */
  public static byte[] bytes(ObjectNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Sends many records by one producer and waits for all of them. */
  public static void sendAll(String topic, List<Map.Entry<String, byte[]>> records)
      throws Exception {
    sendAll(Backing.current().kafkaBootstrap(), topic, records);
  }

  /** The same on another broker. */
  public static void sendAll(String broker, String topic, List<Map.Entry<String, byte[]>> records)
      throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (Map.Entry<String, byte[]> record : records) {
        sent.add(producer.send(new ProducerRecord<>(topic, record.getKey(), record.getValue())));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  /** A field of topics to choose from. */
  public static void sendTaxonomy() throws Exception {
    for (ObjectNode topic :
        List.of(
            topic("computing", "Computing", null),
            topic("information-retrieval", "Information retrieval", "computing"),
            topic("text-embeddings", "Text embeddings", "computing"))) {
      send("topics.v1", topic);
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
