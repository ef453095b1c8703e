package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.MailFault;
import dev.paperboy.backing.TopicRecords;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is wiped, the shelf is filled again from the topics, and nobody gets a paper twice. */
@QuarkusTest
@TestProfile(QuietDays.class)
class ShelfAgainQuarkusTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAPERS = 500;
  private static final String FULL = PAPERS + " papers, " + PAPERS + " trends, 3 topics, 1 source";

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final UUID reader = UUID.randomUUID();
  private final String address = "again-" + reader + "@example.org";

  @BeforeEach
  void aFullShelfAndAReaderWhoHasTheDigest() throws Exception {
    MailFault.clear(Backing.current().inbox());
    Rows.forgetAll();
    remakeTopics();
    fill(1);
    awaitFull("filled from new topics");
    Rows.change(
        "insert into subscriber (id, address, address_key, status, zone, send_hour, created_at)"
            + " values (?, ?, ?, 'active', 'UTC', 7, now())",
        reader,
        address,
        address);
    assertThat(digest(Arrivals.DAY)).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> mails() == 1);
  }

  private static void remakeTopics() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      List<String> existing =
          admin.listTopics().names().get().stream().filter(TopicsRead.TOPICS::contains).toList();
      admin.deleteTopics(existing).all().get();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  admin.listTopics().names().get().stream().noneMatch(TopicsRead.TOPICS::contains));
    }
    Events.declareTopics();
  }

  /** Everything that the producers know, as after their replay. */
  private static void fill(long seq) throws Exception {
    Events.sendTaxonomy();
    List<Map.Entry<String, byte[]>> papers = new java.util.ArrayList<>();
    List<Map.Entry<String, byte[]>> trends = new java.util.ArrayList<>();
    for (int i = 1; i <= PAPERS; i++) {
      String id = "arxiv:2605.%05d".formatted(i);
      papers.add(
          Map.entry(
              id,
              Events.bytes(
                  Events.paper(id)
                      .put("seq", seq)
                      .put("title", "Specimen paper " + i)
                      .put("announced", Arrivals.DAY))));
      trends.add(
          Map.entry(
              id, Events.bytes(Events.trend(id).put("seq", seq).put("announced", Arrivals.DAY))));
    }
    Events.sendAll("papers.classified.v1", papers);
    Events.sendAll("papers.trend.v1", trends);
    Events.send("sources.v1", Events.source(seq, "fresh", Arrivals.DAY, PAPERS));
  }

  private static String counts() {
    return Rows.one(
        """
        select (select count(*) from shelf) || ' papers, '
          || (select count(*) from paper_trend) || ' trends, '
          || (select count(*) from topic) || ' topics, '
          || (select count(*) from source_status) || ' source'
        """);
  }

  private static void awaitFull(String what) {
    awaitFull(what, Instant.now());
  }

  private static void awaitFull(String what, Instant start) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(counts()).isEqualTo(FULL));
    System.out.printf(
        Locale.ROOT,
        "SHELF %-52s %s after %.1f s%n",
        what,
        counts(),
        Duration.between(start, Instant.now()).toMillis() / 1000.0);
    TopicsRead.await(Backing.current().kafkaBootstrap(), PATIENCE);
  }

  private int digest(String date) {
    return given()
        .post(management.resolve("/internal/digest?for=" + address + "&date=" + date))
        .then()
        .statusCode(200)
        .extract()
        .path("created");
  }

  private long mails() throws Exception {
    return Backing.current().inbox().messages().stream()
        .filter(message -> message.to().equals(address))
        .count();
  }

  /**
   * Neither today again nor tomorrow, though the same papers stand in the window: the ledger knows
   * what was sent.
   */
  private void nobodyGetsAPaperTwice() throws Exception {
    assertThat(digest(Arrivals.DAY)).isZero();
    Rows.change("update digest set last_announced = null");
    assertThat(digest("2026-05-13")).isEqualTo(1);
    assertThat(
            Rows.count(
                "select count(*) from (select paper_id from digest_item"
                    + " group by subscriber_id, paper_id having count(*) > 1) twice"))
        .isZero();
    assertThat(Rows.count("select count(distinct digest_id) from digest_item")).isEqualTo(2);
    await().atMost(PATIENCE).until(() -> mails() == 2);
    List<String> titles =
        Backing.current().inbox().messages().stream()
            .filter(message -> message.to().equals(address))
            .flatMap(
                message ->
                    java.util.regex.Pattern.compile("Specimen paper \\d+")
                        .matcher(message.text())
                        .results()
                        .map(java.util.regex.MatchResult::group))
            .toList();
    assertThat(titles).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  @Test
  void tablesEmptiedWhileTheGroupHasReadEverything() throws Exception {
    Rows.truncate("shelf, paper_trend, topic, source_status");
    awaitFull("all four tables truncated");

    Rows.truncate("shelf");
    awaitFull("one table truncated");
    nobodyGetsAPaperTwice();
  }

  @Test
  void anOlderDatabaseIsNoticedWhenPartitionsAreAssigned() throws Exception {
    awaitCommitted();
    // What a backup from before the last 300 papers holds.
    Rows.change("delete from shelf where paper_id > 'arxiv:2605.00200'");
    Rows.change("update shelf_position set position = 10, reading = gen_random_uuid()");
    awaitFull("database older than the group's offsets");
    nobodyGetsAPaperTwice();
  }

  /** The connector commits every five seconds. */
  private static void awaitCommitted() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  admin
                          .listConsumerGroupOffsets("notify")
                          .partitionsToOffsetAndMetadata()
                          .get()
                          .entrySet()
                          .stream()
                          .filter(entry -> entry.getKey().topic().equals("papers.classified.v1"))
                          .mapToLong(entry -> entry.getValue().offset())
                          .sum()
                      == PAPERS);
    }
  }

  @Test
  void topicsDeletedAndMadeAnew() throws Exception {
    remakeTopics();
    Instant start = Instant.now();
    fill(1);
    Events.send(
        "papers.classified.v1",
        Events.paper("arxiv:2605.00001")
            .put("seq", 2)
            .put("title", "Specimen paper 1 again")
            .put("announced", Arrivals.DAY));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                "Specimen paper 1 again"
                    .equals(
                        Rows.one(
                            "select body->>'title' from shelf"
                                + " where paper_id = 'arxiv:2605.00001'")));
    awaitFull("topics deleted, made anew and refilled (with sending)", start);
    nobodyGetsAPaperTwice();
  }

  @Test
  void aTopicMadeAnewBehindTheBackOfTheConsumerIsReadFromItsBeginning() throws Exception {
    // Longer than before, so that no offset is out of range: only the topic's id tells.
    remakeTopics();
    Instant start = Instant.now();
    fill(2);
    fill(3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.count("select count(*) from shelf where seq = 3")).isEqualTo(500));
    awaitFull("topics made anew, longer than before (with sending)", start);
    assertThat(Rows.count("select count(*) from paper_trend where seq = 3")).isEqualTo(PAPERS);
  }

  @Test
  void aPositionBehindTheEndDoesNotStopTheChannel() throws Exception {
    Rows.change("update shelf_position set position = 1000000, reading = gen_random_uuid()");
    Rows.change("delete from shelf");
    awaitFull("positions behind the end of every partition");
    TopicRecords.send("papers.classified.v1", "arxiv:2605.00500", null);
    await().atMost(PATIENCE).until(() -> counts().startsWith("499 papers"));
  }

  @Test
  void onDemand() throws Exception {
    given()
        .post(management.resolve("/internal/shelf/rebuild"))
        .then()
        .statusCode(200)
        .body("cleared.papers", org.hamcrest.Matchers.is(PAPERS))
        .body("cleared.topics", org.hamcrest.Matchers.is(3))
        .body("reading.'papers.classified.v1'", org.hamcrest.Matchers.is(PAPERS))
        .body("message", org.hamcrest.Matchers.containsString("Readers, digests and mails"));
    awaitFull("rebuilt on demand");
    nobodyGetsAPaperTwice();
  }

  /** PostgreSQL looks for who waits for each other after a second, and ends one of them. */
  @Test
  void onDemandItGivesWayToWhoReadsTwoTables() throws Exception {
    try (Connection reader = Backing.current().connect("notify");
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from paper_trend");
      CompletableFuture<Integer> rebuilt =
          CompletableFuture.supplyAsync(
              () -> given().post(management.resolve("/internal/shelf/rebuild")).statusCode());
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> waiting() > 0);
      statement.execute("select count(*) from shelf");
      assertThat(rebuilt).isNotDone();
      reader.commit();

      assertThat(rebuilt.get(1, TimeUnit.MINUTES)).isEqualTo(200);
    }
    awaitFull("rebuilt beside a reader");
  }

  private static long waiting() {
    return Rows.count(
        "select count(*) from pg_locks where not granted and relation = 'paper_trend'::regclass");
  }

  @Test
  void readyAndSaysWhatItWaitsFor() throws Exception {
    given().get(management.resolve("/q/health")).then().statusCode(200);
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      admin.deleteTopics(List.of("sources.v1")).all().get();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(given().get(management.resolve("/q/health/ready")).asString())
                    .contains("waits for the topic sources.v1", "start ingest"));
    Events.declareTopics();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> given().get(management.resolve("/q/health")).then().statusCode(200));
  }
}
