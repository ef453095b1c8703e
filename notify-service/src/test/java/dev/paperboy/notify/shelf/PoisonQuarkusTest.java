package dev.paperboy.notify.shelf;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.events.DeadLetter;
import dev.paperboy.notify.Events;
import dev.paperboy.notify.QuietDays;
import dev.paperboy.notify.Rows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of bad record on every channel: where it goes, and that its neighbours go through. */
@QuarkusTest
@TestProfile(QuietDays.class)
class PoisonQuarkusTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DEAD = "dead letter: ";
  private static final String ACCEPTED = "accepted";
  private static final String DELETED = "deleted";

  @TestHTTPResource(value = "/", management = true)
  URI management;

  /** A channel, with a good body for a key, and where a good one ends up. */
  enum Channel {
    PAPERS("papers.classified.v1", "arxiv:2604.9%04d", "shelf", "paper_id", "title"),
    TRENDS("papers.trend.v1", "arxiv:2604.9%04d", "paper_trend", "paper_id", null),
    TOPICS("topics.v1", "poison-%d", "topic", "id", "name"),
    SOURCES("sources.v1", "poison-%d", "source_status", "source", "detail");

    final String topic;
    final String keys;
    final String table;
    final String column;
    final String text;

    Channel(String topic, String keys, String table, String column, String text) {
      this.topic = topic;
      this.keys = keys;
      this.table = table;
      this.column = column;
      this.text = text;
    }

    String key(int number) {
      return keys.formatted(number);
    }

    ObjectNode good(String key) {
      return switch (this) {
        case PAPERS -> Events.paper(key).put("announced", "2026-05-12");
        case TRENDS -> Events.trend(key).put("announced", "2026-05-12");
        case TOPICS -> Events.topic(key, "Poison", null);
        case SOURCES -> Events.source(1, "fresh", "2026-05-12", 1).put("source", key);
      };
    }

    /** The same with a longer text in it. */
    ObjectNode with(String key, String text) {
      ObjectNode body = good(key);
      switch (this) {
        case PAPERS -> body.put("abstract", text);
        case TRENDS -> {
          // It has no text of its own: a field that we do not read, or the name of a part.
          if (text.length() > 1000) {
            body.put("note", text);
          } else {
            ((ObjectNode) body.get("parts")).put(text, 0.1);
          }
        }
        case TOPICS -> body.put("description", text);
        case SOURCES -> body.put("detail", text);
      }
      return body;
    }

    ObjectNode dated(String key, String date) {
      ObjectNode body = good(key);
      if (this == SOURCES) {
        ((ObjectNode) body.get("days").get(0)).put("date", date);
      } else {
        body.put("announced", date);
      }
      return body;
    }

    boolean holds(String key) {
      return Rows.count("select count(*) from " + table + " where " + column + " = ?", key) == 1;
    }
  }

  /** A record that was sent, and what is expected of it. */
  private record Sent(String what, String key, RecordMetadata at, int bytes, String expected) {}

  private final long began = System.currentTimeMillis();
  private final List<Sent> sent = new ArrayList<>();

  @AfterAll
  static void leaveNothing() {
    Rows.forgetAll();
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void eachGoesWhereItShould(Channel channel) throws Exception {
    Events.declareTopics();
    String there = channel.key(1);
    TopicRecords.send(channel.topic, there, Events.bytes(channel.good(there)));
    await().atMost(PATIENCE).until(() -> channel.holds(there));

    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                Backing.current().kafkaBootstrap(),
                "max.request.size",
                2 * 1024 * 1024),
            new StringSerializer(),
            new ByteArraySerializer())) {
      Sender sender = new Sender(producer, channel);
      sender.send("a neighbour before", 2, channel.good(channel.key(2)), ACCEPTED);
      sender.send("malformed JSON", 10, "{broken".getBytes(UTF_8), DEAD + "IllegalArgument");
      ObjectNode missing = channel.good(channel.key(11));
      missing.remove("seq");
      sender.send("a required field missing", 11, missing, DEAD + "IllegalArgumentException: seq");
      ObjectNode wrong = channel.good(channel.key(12));
      wrong.put("seq", "first");
      sender.send(
          "a text for a number", 12, wrong, DEAD + "IllegalArgumentException: not the JSON");
      if (channel.text != null) {
        ObjectNode number = channel.good(channel.key(13));
        number.put(channel.text, 5);
        sender.send(
            "a number for a text", 13, number, DEAD + "IllegalArgumentException: not the JSON");
      }
      sender.send("an array", 14, "[]".getBytes(UTF_8), DEAD + "IllegalArgument");
      sender.send("JSON null", 15, "null".getBytes(UTF_8), DEAD + "IllegalArgument");
      sender.send(
          "a field of 900 KB",
          16,
          channel.with(channel.key(16), "x".repeat(900 * 1024)),
          DEAD + "IllegalArgumentException: the body has");
      sender.send(
          "a body of 280 KB",
          17,
          channel.with(channel.key(17), "x".repeat(280 * 1024)),
          DEAD + "IllegalArgumentException: the body has");
      sender.send(
          "a body of 255 KB", 18, channel.with(channel.key(18), "x".repeat(254 * 1024)), ACCEPTED);
      sender.send("null (a deletion)", 1, (byte[]) null, DELETED);
      sender.send(
          "key and body of different things",
          19,
          channel.good(channel.key(20)),
          DEAD + "IllegalArgumentException: the key is");
      sender.refused("no key", null, Events.bytes(channel.good(channel.key(21))));
      sender.sendAs(
          "an empty key",
          "",
          Events.bytes(channel.good(channel.key(21))),
          DEAD + "IllegalArgumentException: the record has no key");
      sender.sendAs(
          "a NUL in the key, null", "a\u0000b", null, DEAD + "IllegalArgumentException: the key");
      byte[] latin = Events.bytes(channel.with(channel.key(22), "caf\u00e9"));
      sender.send("bytes that are not UTF-8", 22, latin1(latin), DEAD + "IllegalArgument");
      sender.send(
          "NUL in a text", 23, channel.with(channel.key(23), "a\u0000b"), DEAD + "PgException");
      if (channel != Channel.TOPICS) {
        sender.send(
            "announced in the year 9999",
            24,
            channel.dated(channel.key(24), "9999-12-31"),
            DEAD + "IllegalArgumentException: ");
        sender.send(
            "announced on 31 February",
            25,
            channel.dated(channel.key(25), "2026-02-31"),
            DEAD + "IllegalArgument");
        sender.send(
            "announced in the year -999999999",
            26,
            channel.dated(channel.key(26), "-999999999-01-01"),
            DEAD + "IllegalArgumentException: ");
      }
      sender.send("a neighbour behind", 3, channel.good(channel.key(3)), ACCEPTED);
    }

    await()
        .atMost(PATIENCE)
        // Until its letter is there, the database is asked for a key that it refuses.
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              Map<String, ConsumerRecord<String, byte[]>> letters = letters(channel);
              assertThat(sent)
                  .allSatisfy(
                      record ->
                          assertThat(outcome(channel, record, letters))
                              .as(record.what())
                              .startsWith(record.expected()));
            });
    Map<String, ConsumerRecord<String, byte[]>> letters = letters(channel);
    given().get(management.resolve("/q/health")).then().statusCode(200);
    for (Sent record : sent) {
      print(channel, record.what(), record.bytes(), outcome(channel, record, letters));
    }
    System.out.printf(
        "POISON %-21s %-33s              UP%n", channel.topic, "/q/health afterwards");
  }

  /** Dead letters by the partition and offset they came from. */
  private Map<String, ConsumerRecord<String, byte[]>> letters(Channel channel) {
    Map<String, ConsumerRecord<String, byte[]>> letters = new HashMap<>();
    TopicRecords.of(channel.topic + ".notify.dlq").stream()
        // A topic made anew counts its offsets anew; older letters are of another one.
        .filter(letter -> letter.timestamp() >= began)
        .forEach(
            letter ->
                letters.put(
                    header(letter, DeadLetter.PARTITION) + "/" + header(letter, DeadLetter.OFFSET),
                    letter));
    return letters;
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static String outcome(
      Channel channel, Sent record, Map<String, ConsumerRecord<String, byte[]>> letters) {
    ConsumerRecord<String, byte[]> letter =
        letters.get(record.at().partition() + "/" + record.at().offset());
    if (letter != null) {
      assertThat(letter.value() == null ? 0 : letter.value().length).isEqualTo(record.bytes());
      String cause = header(letter, DeadLetter.CAUSE).replaceAll("\\p{Cntrl}", "·");
      return DEAD + cause.substring(0, Math.min(130, cause.length()));
    }
    return channel.holds(record.key()) ? ACCEPTED : DELETED;
  }

  private static byte[] latin1(byte[] utf8) {
    return new String(utf8, UTF_8).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static void print(Channel channel, String what, int bytes, String outcome) {
    System.out.printf("POISON %-21s %-33s %,9d B  %s%n", channel.topic, what, bytes, outcome);
  }

  /** Sends to one partition, so that all are neighbours. */
  private final class Sender {
    private final KafkaProducer<String, byte[]> producer;
    private final Channel channel;

    Sender(KafkaProducer<String, byte[]> producer, Channel channel) {
      this.producer = producer;
      this.channel = channel;
    }

    void send(String what, int key, ObjectNode body, String expected) throws Exception {
      send(what, key, Events.bytes(body), expected);
    }

    void send(String what, int key, byte[] body, String expected) throws Exception {
      sendAs(what, channel.key(key), body, expected);
    }

    /** A compacted topic takes no record without a key; the broker says so to the producer. */
    void refused(String what, String key, byte[] body) {
      assertThatThrownBy(
              () -> producer.send(new ProducerRecord<>(channel.topic, 0, key, body)).get())
          .hasMessageContaining("without key");
      print(channel, what, body.length, "refused by the broker");
    }

    void sendAs(String what, String key, byte[] body, String expected) throws Exception {
      RecordMetadata at = producer.send(new ProducerRecord<>(channel.topic, 0, key, body)).get();
      sent.add(new Sent(what, key, at, body == null ? 0 : body.length, expected));
    }
  }
}
