package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.classify.search.PaperSearch;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The papers that the site's tests announce, once for all of them. */
public final class SitePapers {
  /** Plain, of 12 May 2026 as all of them. */
  public static final String PLAIN = "arxiv:2605.70001";

  public static final String HOSTILE = "arxiv:2605.70002";
  public static final String SPECIMEN = "arxiv:2605.70003";
  public static final String OLD_ID = "arxiv:hep-th/9901001";
  public static final String DOI = "biorxiv:10.1101/2026.05.01.123456";

  /** Announced at one archive and, in other words here and there, at another. */
  public static final String PREPRINT = "arxiv:2605.70004";

  public static final String PREPRINT_ELSEWHERE = "biorxiv:10.1101/2026.05.01.654321";
  private static final String SOIL =
      "We count the microbes of garden soil every week over two years, and find that rain, more than"
          + " warmth, decides which of them thrive. ";

  /** How many papers have zirconium in their titles. */
  public static final int ZIRCONIUM = 5;

  private static final Path SAMPLE =
      Path.of("../ingest-service/src/main/resources/contracts/papers.announced/samples/new.json");
  private static final String ANNOUNCED = "papers.announced.v1";
  private static final String ATTENTION = "attention.v1";

  /** Votes of the plain paper, with three comments and 120 stars. */
  public static final int VOTES = 37;

  private SitePapers() {}

  /** Announces them all and waits until search knows them; does nothing the second time. */
  public static void announceAll(ObjectMapper json, PaperSearch search) throws Exception {
    if (search.paper(PLAIN).map(plain -> plain.trendParts().containsKey("votes")).orElse(false)) {
      return;
    }
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(
          admin,
          List.of(
              TopicSpec.compacted(ANNOUNCED), TopicSpec.keptFor(ATTENTION, Duration.ofDays(30))));
    }
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ObjectNode plain =
          paper(json, PLAIN, "Unmistakable zirconium $\\alpha^2$ retrieval", "Plain text.");
      plain.putArray("authors").add("Ada Specimen").add("The SPECIMEN Collaboration");
      plain.put("comments", "Accepted somewhere. Code: https://github.com/specimen/zirconium");
      send(json, producer, plain);
      ObjectNode hostile =
          paper(json, HOSTILE, "Zirconium " + HostileText.TITLE, HostileText.whole());
      hostile.put(
          "comments",
          HostileText.DEEP + HostileText.TITLE + " https://github.com/a/b\"onclick=alert(9)");
      ArrayNode authors = hostile.putArray("authors");
      HostileText.NAMES.forEach(authors::add);
      send(json, producer, hostile);
      send(
          json,
          producer,
          paper(json, PREPRINT, "Microbes of garden soil", SOIL + "In two gardens."));
      send(
          json,
          producer,
          paper(json, PREPRINT_ELSEWHERE, "The microbes of garden soil", SOIL + "In both gardens.")
              .put("source", "biorxiv"));
      send(json, producer, paper(json, OLD_ID, "A zirconium note of old", "Old."));
      ObjectNode doi = paper(json, DOI, "Zirconium in cells", "Cells.");
      doi.put("source", "biorxiv").putArray("categories").add("cell biology");
      send(json, producer, doi);
      send(
          json,
          producer,
          paper(json, SPECIMEN, "A zirconium specimen", "Made up.").put("specimen", true));
      ObjectNode attention =
          (ObjectNode)
              json.readTree(
                  Path.of(
                          "../ingest-service/src/main/resources/contracts/attention/samples/hf-daily.json")
                      .toFile());
      producer
          .send(
              new ProducerRecord<>(
                  ATTENTION, PLAIN, json.writeValueAsBytes(attention.put("id", PLAIN))))
          .get();
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(search.search("title:zirconium OR title:microbes", 0, 9).total())
                    .isEqualTo(ZIRCONIUM + 2));
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(search.paper(PLAIN).orElseThrow().trendParts()).containsKey("votes"));
  }

  private static ObjectNode paper(ObjectMapper json, String id, String title, String text)
      throws Exception {
    ObjectNode paper = (ObjectNode) json.readTree(SAMPLE.toFile());
    return paper.put("id", id).put("title", title).put("abstract", text);
  }

  private static void send(
      ObjectMapper json, KafkaProducer<String, byte[]> producer, ObjectNode paper)
      throws Exception {
    producer
        .send(
            new ProducerRecord<>(
                ANNOUNCED, paper.get("id").asText(), json.writeValueAsBytes(paper)))
        .get();
  }
}
