package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.sql;
import static dev.paperboy.ingest.harvest.Database.truncate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.ingest.harvest.Events.Event;
import dev.paperboy.ingest.publish.BrokerHistory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker that lost its data is noticed, and filled again from the store. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "ingest"),
      @ResourceArg(name = "paperboy.ingest.snapshot.file", value = HarvestQuarkusTest.FILE),
    })
class ReplayQuarkusTest {
  private static final List<String> TOPICS = List.of("papers.announced.v1", "sources.v1");

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject HarvestJob job;
  @Inject BrokerHistory broker;

  @BeforeEach
  void threePapers() throws Throwable {
    truncate("paper, refusal, feed, lease");
    Files.writeString(Path.of(HarvestQuarkusTest.FILE), paper(1) + paper(2) + paper(3));
    job.runNow();
  }

  @Test
  void aWipedBrokerTurnsRedUntilItIsReplayed() throws Throwable {
    Map<String, JsonNode> before = latest();
    assertThat(before).hasSizeGreaterThanOrEqualTo(3);
    wipe();

    broker.check();

    Response health = given().baseUri(management.resolve("/").toString()).get("/q/health");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.asString()).contains("./paperboy ingest replay");
    Files.writeString(Path.of(HarvestQuarkusTest.FILE), paper(1) + paper(4));
    job.tick();
    assertThat(Events.of("papers.announced.v1")).as("harvesting waits").isEmpty();
    Response harvest =
        given().baseUri(management.resolve("/").toString()).post("/internal/harvest");
    assertThat(harvest.statusCode()).isEqualTo(409);
    assertThat(harvest.jsonPath().getString("message")).contains("replay");

    Response replay = given().baseUri(management.resolve("/").toString()).post("/internal/replay");

    assertThat(replay.statusCode()).as(replay.asString()).isEqualTo(200);
    assertThat(replay.jsonPath().getInt("papers")).isEqualTo(3);
    Map<String, JsonNode> after = latest();
    assertThat(after).hasSize(3);
    after.forEach((key, body) -> assertThat(body).isEqualTo(before.get(key)));
    assertThat(Events.of("sources.v1"))
        .singleElement()
        .satisfies(event -> assertThat(event.key()).isEqualTo("snapshot"));
    given().baseUri(management.resolve("/").toString()).get("/q/health").then().statusCode(200);

    job.tick();
    assertThat(latest()).hasSize(4);
  }

  @Test
  void aReplayWaitsForNobodyElsesHarvest() throws Throwable {
    sql("update lease set owner = 'another', until = now() + interval '1 minute'");
    Response replay = given().baseUri(management.resolve("/").toString()).post("/internal/replay");
    assertThat(replay.statusCode()).isEqualTo(409);
    assertThat(replay.jsonPath().getString("message")).contains("another replica is harvesting");
  }

  @Test
  void someCanBeReplayedAfterADryRun() {
    int before = Events.of("papers.announced.v1").size();
    Response dry = replay("?ids=2605.00002,2605.09999");
    assertThat(dry.asString()).contains("\"papers\":1", "\"dryRun\":true");
    assertThat(Events.of("papers.announced.v1")).hasSize(before);

    Response done = replay("?from=2026-05-12&until=2026-05-12&ids=2605.00002&dryRun=false");
    assertThat(done.asString()).contains("\"papers\":1", "\"dryRun\":false");
    assertThat(Events.of("papers.announced.v1").subList(before, before + 1))
        .extracting(Event::key)
        .containsExactly("arxiv:2605.00002");

    assertThat(replay("?from=2026-05-13").jsonPath().getInt("papers")).isZero();
    assertThat(replay("?from=tomorrow").statusCode()).isEqualTo(400);
  }

  @Test
  void gapsAreUnknownWithoutAWitness() {
    Response gaps = given().baseUri(management.resolve("/").toString()).get("/internal/gaps");
    assertThat(gaps.statusCode()).isEqualTo(409);
    assertThat(gaps.jsonPath().getString("message"))
        .isEqualTo(
            "arXiv's listing is not read; it is where arXiv is harvested and"
                + " PAPERBOY_INGEST_ARXIV_LISTING_ENABLED is not false");
  }

  private Response replay(String query) {
    return given().baseUri(management.resolve("/").toString()).post("/internal/replay" + query);
  }

  @Test
  void healthTellsHowSourcesAre() {
    Response health = given().baseUri(management.resolve("/").toString()).get("/q/health");
    assertThat(health.asString()).contains("\"sources\"", "fresh: read to the end");
  }

  @Test
  void theStatusTellsHowFeedsAre() {
    Response status = given().baseUri(management.resolve("/").toString()).get("/internal/status");
    assertThat(status.jsonPath().getInt("counters.announced")).isEqualTo(3);
    assertThat(status.jsonPath().getString("feeds[0].feed")).isEqualTo("snapshot");
    assertThat(status.jsonPath().getString("feeds[0].verdict")).isEqualTo("fresh");
  }

  /** The latest state of each paper on the topic. */
  private static Map<String, JsonNode> latest() {
    return Events.of("papers.announced.v1").stream()
        .collect(Collectors.toMap(Event::key, Event::body, (old, fresh) -> fresh));
  }

  /** As a broker without its volume: the topics are there again, with nothing in them. */
  private static void wipe() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      admin.deleteTopics(TOPICS).all().get();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> admin.listTopics().names().get().stream().noneMatch(TOPICS::contains));
    }
  }

  private static String paper(int number) {
    return "{\"id\":\"2605.%05d\",\"title\":\"Paper %d\",\"abstract\":\"Text.\",\"authors\":\"Specimen Author 1\",\"categories\":\"cs.CL\",\"update_date\":\"2026-05-12\"}\n"
        .formatted(number, number);
  }
}
