package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.column;
import static dev.paperboy.ingest.harvest.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.events.EventId;
import dev.paperboy.ingest.harvest.Events.Event;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "ingest"),
      @ResourceArg(name = "paperboy.ingest.snapshot.file", value = HarvestQuarkusTest.FILE),
    })
class HarvestQuarkusTest {
  static final String FILE = "target/harvest-quarkus-test.jsonl";
  private static final String PAPERS = "papers.announced.v1";

  @Inject HarvestJob job;
  private int eventsBefore;

  @BeforeEach
  void emptyStore() throws SQLException {
    sql("truncate paper, refusal, feed, lease");
    eventsBefore = Events.of(PAPERS).size();
  }

  @Test
  void announcesEveryPaperOnceAndTellsTheSourceIsFresh() throws Throwable {
    given(paper("2605.00001", "One", "2026-05-11"), paper("2605.00002", "Two", "2026-05-12"));

    job.tick();
    job.tick();

    assertThat(news())
        .extracting(Event::key, event -> event.body().get("kind").asText(), Event::id)
        .containsExactlyInAnyOrder(
            tuple("arxiv:2605.00001", "new", EventId.of("arxiv:2605.00001", 1)),
            tuple("arxiv:2605.00002", "new", EventId.of("arxiv:2605.00002", 1)));
    Event last = Events.of("sources.v1").getLast();
    assertThat(last.body().get("verdict").asText()).isEqualTo("fresh");
    assertThat(last.body().get("days").toString())
        .isEqualTo(
            "[{\"date\":\"2026-05-12\",\"announced\":1,\"complete\":true},"
                + "{\"date\":\"2026-05-11\",\"announced\":1,\"complete\":true}]");
  }

  @Test
  void announcesOnlyWhatChangedInANewFile() throws Throwable {
    given(
        paper("2605.00001", "One", "2026-05-11"),
        paper("2605.00002", "Two", "2026-05-11"),
        paper("2605.00003", "Three", "2026-05-11"));
    job.tick();
    eventsBefore = Events.of(PAPERS).size();

    given(
        paper("2605.00001", "One", "2026-05-11"),
        paper("2605.00002", "Two, revised", "2026-05-12"),
        paper("2605.00004", "Four", "2026-05-12"));
    job.tick();

    assertThat(news())
        .extracting(
            Event::key,
            event -> event.body().get("kind").asText(),
            event -> event.body().get("announced").asText())
        .containsExactlyInAnyOrder(
            tuple("arxiv:2605.00002", "replaced", "2026-05-11"),
            tuple("arxiv:2605.00004", "new", "2026-05-12"));
  }

  @Test
  void repeatsAPageWithTheSameVersionsWhenItWasNotRemembered() throws Throwable {
    given(paper("2605.00001", "One", "2026-05-11"));
    job.tick();
    sql("truncate paper, feed");

    job.tick();

    assertThat(news())
        .hasSize(2)
        .extracting(Event::id)
        .containsOnly(EventId.of("arxiv:2605.00001", 1));
  }

  @Test
  void refusesAPaperOver256KilobytesAndLetsItsNeighboursThrough() throws Throwable {
    given(
        paper("2605.00001", "x".repeat(300_000), "2026-05-11"),
        paper("2605.00002", "Two", "2026-05-11"),
        "{broken");

    job.tick();

    assertThat(news()).extracting(Event::key).containsExactly("arxiv:2605.00002");
    assertThat(column("select reason from refusal order by reason"))
        .satisfiesExactly(
            reason -> assertThat(reason).isEqualTo("293 KB; a paper may have 256 KB at most"),
            reason -> assertThat(reason).startsWith("line 3: not JSON"));
    assertThat(column("select count(*) from paper")).containsExactly("1");
  }

  @Test
  void aRefusedIdThatNoDatabaseTakesStopsNothing() throws Throwable {
    given(
        paper("2605.00001", "One", "2026-05-11"),
        paper("no\\u0000id", "Two", "2026-05-11"),
        paper("x".repeat(5000), "Three", "2026-05-11"),
        paper("2605.00004", "Four", "2026-05-11"));

    job.tick();

    assertThat(news())
        .extracting(Event::key)
        .containsExactlyInAnyOrder("arxiv:2605.00001", "arxiv:2605.00004");
    assertThat(column("select verdict from feed")).containsExactly("fresh");
    assertThat(column("select place from refusal order by place"))
        .containsExactly("no id", "x".repeat(300));
  }

  @Test
  void leavesTheSourceToAnotherReplicaThatHoldsTheLease() throws Throwable {
    sql("insert into lease values ('harvest', 'another', now() + interval '1 minute')");
    given(paper("2605.00001", "One", "2026-05-11"));

    job.tick();

    assertThat(news()).isEmpty();
  }

  @Test
  void takesOverALeaseThatRanOut() throws Throwable {
    sql("insert into lease values ('harvest', 'another', now() - interval '1 second')");
    given(paper("2605.00001", "One", "2026-05-11"));

    job.tick();

    assertThat(news()).hasSize(1);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private List<Event> news() {
    List<Event> events = Events.of(PAPERS);
    return events.subList(eventsBefore, events.size());
  }

  private static void given(String... lines) throws Exception {
    Files.writeString(Path.of(FILE), String.join("\n", lines) + "\n");
  }

  private static String paper(String id, String title, String date) {
    return "{\"id\":\"%s\",\"title\":\"%s\",\"abstract\":\"Text.\",\"authors\":\"Specimen Author 1\",\"categories\":\"cs.CL\",\"update_date\":\"%s\"}"
        .formatted(id, title, date);
  }
}
