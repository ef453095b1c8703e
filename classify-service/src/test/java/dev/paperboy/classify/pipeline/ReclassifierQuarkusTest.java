package dev.paperboy.classify.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.encode.Encoder;
import dev.paperboy.classify.pipeline.Reclassifier.Step;
import dev.paperboy.classify.topic.CategoryTagger;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.trend.TrendBackground;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers that another version classified, here by rows made to look so, are classified again. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
      @ResourceArg(name = "paperboy.classify.again.takes-part", value = "false"),
    })
class ReclassifierQuarkusTest {
  private static final Path SAMPLE =
      Path.of("../ingest-service/src/main/resources/contracts/papers.announced/samples/new.json");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than a step's. */
  private static final int PAPERS = Reclassifier.BATCH + 4;

  private static int runs;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject ObjectMapper json;
  @Inject Pool pool;
  @Inject ReclassificationStore store;
  @Inject PaperStore papers;
  @Inject Encoder encoder;
  @Inject Tagger tagger;
  @Inject CategoryTagger categories;
  @Inject TrendParts trend;
  @Inject BackgroundStore background;
  @Inject Classifier classifier;
  @Inject ClassifiedPublisher publisher;
  @Inject ClassifiedBy by;

  private List<String> ids;

  @BeforeEach
  void announcePapers() throws Exception {
    runs++;
    sql("delete from paper");
    sql("delete from reclassification");
    sql("delete from topic_day");
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(admin, List.of(TopicSpec.compacted(ClassifyTopics.ANNOUNCED)));
    }
    ids = IntStream.range(0, PAPERS).mapToObj(ReclassifierQuarkusTest::id).toList();
    for (int i = 0; i < PAPERS; i++) {
      send(paper(i));
    }
    await().atMost(PATIENCE).until(() -> versions().equals(all(1)));
  }

  /** Other tests look at lists of all papers. */
  @AfterEach
  void deletePapers() {
    sql("delete from paper");
    publisher.publishDeletions(ids.stream().map(PaperId::parse).toList()).await().atMost(PATIENCE);
  }

  private static String id(int i) {
    return "arxiv:2605.%05d".formatted(1000 * runs + i);
  }

  @Test
  void nothingIsLeftOfWhatThisProgramClassified() {
    assertThat(post("").getInt("papers")).isZero();
    assertThat(step()).isEqualTo(Step.IDLE);
  }

  @Test
  void papersOfAnotherTaxonomyAreTaggedAgainAndOnlyThosePublishedThatChanged() throws Exception {
    JsonNode before = published(id(0)).getLast();
    assertThat(before.get("tags")).isNotEmpty();
    otherTaxonomy();
    sql("update paper set body = jsonb_set(body, '{tags}', '[]') where id = '" + id(0) + "'");

    assertThat(post("").getInt("papers")).isEqualTo(PAPERS);
    finish();

    JsonNode after = published(id(0)).getLast();
    assertThat(published(id(0))).hasSize(2);
    assertThat(after.get("seq").asLong()).isEqualTo(2);
    assertThat(after.get("tags")).isEqualTo(before.get("tags"));
    assertThat(after.get("vector")).isEqualTo(before.get("vector"));
    Map<String, Long> versions = all(1);
    versions.put(id(0), 2L);
    assertThat(versions()).isEqualTo(versions);
    assertThat(left()).isZero();
    assertThat(words()).isEqualTo("done: 20 papers looked at, 1 changed, 0 encoded anew");
  }

  @Test
  void papersOfAnotherEncoderAreEncodedAnew() throws Exception {
    JsonNode before = published(id(3)).getLast();
    otherEncoder();

    assertThat(post("").getInt("papers")).isEqualTo(PAPERS);
    finish();

    assertThat(versions()).isEqualTo(all(2));
    assertThat(published(id(3)).getLast().get("vector")).isEqualTo(before.get("vector"));
    assertThat(words()).isEqualTo("done: 20 papers looked at, 20 changed, 20 encoded anew");
  }

  @Test
  void onlyWhatWasAnnouncedSinceADay() {
    otherTaxonomy();
    sql("update paper set announced = '2026-05-01' where id = '" + id(1) + "'");

    assertThat(post("?since=2026-05-02").getInt("papers")).isEqualTo(PAPERS - 1);
    finish();

    assertThat(left()).isEqualTo(1);
    assertThat(
            given()
                .baseUri(management.resolve("/").toString())
                .post("/internal/again?since=May")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void whoIsKilledBetweenWritingAndPublishingHasItPublishedByTheNext() throws Exception {
    otherEncoder();
    post("");
    assertThat(step()).isEqualTo(Step.DONE);
    assertThat(left()).isEqualTo(PAPERS - Reclassifier.BATCH);
    assertThat(published(id(PAPERS - 1))).as("the newest, written, not published").hasSize(1);
    assertThat(words()).startsWith("16 papers looked at, 16 changed, 16 encoded anew, 4 left");

    // A replica that was started later, and knows nothing but the database.
    assertThat(another(classifier).step().await().atMost(PATIENCE)).isEqualTo(Step.DONE);

    await().atMost(PATIENCE).until(() -> published(id(PAPERS - 1)).size() == 2);
    assertThat(published(id(0))).as("the last, not yet looked at").hasSize(1);
    finish();
    assertThat(versions()).isEqualTo(all(2));
  }

  @Test
  void whatIsAnnouncedMeanwhileIsLeftAlone() throws Exception {
    otherEncoder();
    post("");
    String newest = id(PAPERS - 1);
    Classifier slow =
        new Classifier(encoder, tagger, categories, trend) {
          @Override
          CompletableFuture<List<Classified>> classify(
              List<AnnouncedPaper> of, Map<PaperId, StoredPaper> stored, TrendBackground against) {
            try {
              send(paper(PAPERS - 1).put("seq", 2).put("title", "Revised meanwhile"));
              await().atMost(PATIENCE).until(() -> published(newest).size() == 2);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            return super.classify(of, stored, against);
          }
        };

    assertThat(another(slow).step().await().atMost(PATIENCE)).isEqualTo(Step.DONE);
    finish();

    assertThat(published(newest)).hasSize(2);
    assertThat(published(newest).getLast().get("title").asText()).isEqualTo("Revised meanwhile");
    assertThat(left()).isZero();
  }

  @Test
  void twoReplicasDoNothingTwice() throws Exception {
    otherEncoder();
    post("");
    CompletableFuture<Void> one = CompletableFuture.runAsync(this::finish);
    CompletableFuture<Void> other = CompletableFuture.runAsync(this::finish);
    CompletableFuture.allOf(one, other).join();

    assertThat(versions()).isEqualTo(all(2));
    assertThat(words()).isEqualTo("done: 20 papers looked at, 20 changed, 20 encoded anew");
  }

  @Test
  void newsGoFirst() {
    otherTaxonomy();
    post("");
    News news = new News();
    Reclassifier replica =
        new Reclassifier(store, papers, background, classifier, publisher, encoder, by, news);
    CompletableFuture<Void> batch = new CompletableFuture<>();
    news.working(() -> Uni.createFrom().completionStage(batch)).subscribe().with(done -> {});

    assertThat(replica.step().await().atMost(PATIENCE)).isEqualTo(Step.NEWS_FIRST);
    batch.complete(null);
    assertThat(replica.step().await().atMost(PATIENCE))
        .as("a moment ago")
        .isEqualTo(Step.NEWS_FIRST);
    assertThat(left()).isEqualTo(PAPERS);
    finish();
    assertThat(left()).isZero();
  }

  @Test
  void anOrderToAnotherVersionIsLeftToTheOperator() {
    otherTaxonomy();
    store.ask("another version", null).await().atMost(PATIENCE);

    assertThat(step()).isEqualTo(Step.IDLE);
    assertThat(words())
        .isEqualTo(
            "20 papers were classified by another version or taxonomy; ./paperboy classify again"
                + " brings them up to date");
  }

  @Test
  void topicsOfOldPapersAreCountedAsTheyAreNow() {
    RowSet<Row> before =
        sql("select day, topic, papers from topic_day where papers > 0 order by 1, 2");
    otherTaxonomy();
    sql(
        "update paper set body = jsonb_set(body, '{tags}',"
            + " '[{\"topic\": \"gone\", \"confidence\": 0.9, \"evidence\": \"\"}]')");
    sql("delete from topic_day where topic <> ''");
    sql("insert into topic_day select announced, 'gone', count(*) from paper group by 1");
    post("");
    finish();

    assertThat(
            written(sql("select day, topic, papers from topic_day where papers > 0 order by 1, 2")))
        .isEqualTo(written(before));
  }

  private static List<String> written(RowSet<Row> rows) {
    List<String> written = new ArrayList<>();
    rows.forEach(row -> written.add(row.deepToString()));
    return written;
  }

  /** Steps until nothing is left; what others hold is waited for. */
  private void finish() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              step();
              return sql("select from reclassification where finished is not null").size() == 1;
            });
  }

  private Step step() {
    return another(classifier).step().await().atMost(PATIENCE);
  }

  /** As a replica would that was just started. */
  private Reclassifier another(Classifier its) {
    return new Reclassifier(store, papers, background, its, publisher, encoder, by, new News());
  }

  private void otherTaxonomy() {
    sql("update paper set classified_by = 'another'");
  }

  private void otherEncoder() {
    sql("update paper set classified_by = 'another', encoder = 'another/1', vector = '\\x01'");
  }

  private long left() {
    return store.left(by.hash(), null).await().atMost(PATIENCE);
  }

  private JsonPath post(String query) {
    var response =
        given().baseUri(management.resolve("/").toString()).post("/internal/again" + query);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.jsonPath();
  }

  private String words() {
    return given()
        .baseUri(management.resolve("/").toString())
        .get("/internal/status")
        .jsonPath()
        .getString("again");
  }

  private RowSet<Row> sql(String statement) {
    return pool.query(statement).execute().await().atMost(PATIENCE);
  }

  private ObjectNode paper(int i) throws Exception {
    return ((ObjectNode) json.readTree(SAMPLE.toFile()))
        .put("id", id(i))
        .put("title", "Dense retrieval with sparse sentence encoders");
  }

  private void send(JsonNode paper) throws Exception {
    TopicRecords.send(
        ClassifyTopics.ANNOUNCED, paper.get("id").asText(), json.writeValueAsBytes(paper));
  }

  private List<JsonNode> published(String id) {
    return TopicRecords.of(ClassifyTopics.CLASSIFIED, id).stream()
        .map(
            record -> {
              try {
                return json.readTree(record.value());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .distinct()
        .toList();
  }

  /** How many different events of each of this test's papers there are; a redelivery is none. */
  private Map<String, Long> versions() {
    Map<String, Set<ByteBuffer>> events =
        TopicRecords.of(ClassifyTopics.CLASSIFIED).stream()
            .filter(record -> ids.contains(record.key()))
            .collect(
                Collectors.groupingBy(
                    ConsumerRecord::key,
                    Collectors.mapping(
                        record -> ByteBuffer.wrap(record.value()), Collectors.toSet())));
    Map<String, Long> versions = new TreeMap<>();
    events.forEach((id, different) -> versions.put(id, (long) different.size()));
    return versions;
  }

  private Map<String, Long> all(long versions) {
    Map<String, Long> all = new TreeMap<>();
    ids.forEach(id -> all.put(id, versions));
    return all;
  }
}
