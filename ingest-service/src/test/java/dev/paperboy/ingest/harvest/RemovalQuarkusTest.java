package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.column;
import static dev.paperboy.ingest.harvest.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.TopicRecords;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.Papers;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves the log again: papers that a source takes back, and specimens. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "ingest"),
      @ResourceArg(name = "paperboy.ingest.snapshot.file", value = HarvestQuarkusTest.FILE),
    })
class RemovalQuarkusTest {
  private static final String PAPERS = "papers.announced.v1";

  @Inject Harvest harvest;
  @Inject HarvestJob job;
  private int before;

  @BeforeEach
  void emptyStore() throws Exception {
    sql("truncate paper, refusal, feed, lease");
    sql("insert into feed values ('test', null, 1, 'fresh', '', now())");
    assertThat(job.alone(() -> true)).isTrue();
    before = TopicRecords.of(PAPERS).size();
  }

  @Test
  void aDeletedRecordDeletesThePaperAndOnlyWhatWasAnnounced() throws Exception {
    Paper one = Papers.paper("2605.00001");
    Paper two = Papers.paper("2605.00002");
    harvest.run(given(page(List.of(one, two), List.of())), false);
    before = TopicRecords.of(PAPERS).size();

    Tally tally =
        harvest.run(
            given(
                page(List.of(two), List.of(one.id(), two.id(), PaperId.parse("arxiv:2605.09999")))),
            false);

    assertThat(tally).hasToString("deleted=1 refused=0");
    assertThat(news())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key()).isEqualTo(one.id().toString());
              assertThat(record.value()).isNull();
            });
    assertThat(column("select id from paper")).containsExactly(two.id().toString());
  }

  @Test
  void specimensComeWhereNothingCanBeReadAndGoWithTheFirstRealPaper() throws Throwable {
    Files.deleteIfExists(Path.of(HarvestQuarkusTest.FILE));
    job.runNow();
    List<HarvestJob.Outcome> offline = job.runNow();

    assertThat(offline)
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.detail()).contains("no such snapshot file"));
    List<String> specimens = column("select id from paper order by id");
    assertThat(specimens).hasSizeBetween(55, 65).allMatch(id -> id.startsWith("specimen:"));
    assertThat(column("select distinct payload->>'specimen' from paper")).containsExactly("true");
    assertThat(column("select count(distinct announced) from paper")).containsExactly("30");
    assertThat(column("select verdict from feed where name = 'specimens'"))
        .containsExactly("fresh");
    before = TopicRecords.of(PAPERS).size();

    Files.writeString(
        Path.of(HarvestQuarkusTest.FILE),
        "{\"id\":\"2605.00001\",\"title\":\"Real\",\"abstract\":\"Text.\",\"authors\":\"Specimen Author 1\",\"categories\":\"cs.CL\",\"update_date\":\"2026-05-12\"}\n");
    job.runNow();

    assertThat(news().stream().filter(r -> r.value() == null).map(ConsumerRecord::key))
        .containsExactlyInAnyOrderElementsOf(specimens);
    assertThat(column("select id from paper")).containsExactly("arxiv:2605.00001");
    assertThat(column("select name from feed where name = 'specimens'")).isEmpty();
    assertThat(TopicRecords.of("sources.v1", "specimens").getLast().value()).isNull();
  }

  @Test
  void specimensStayAwayWhereThereArePapers() throws Throwable {
    Files.deleteIfExists(Path.of(HarvestQuarkusTest.FILE));
    harvest.run(given(page(List.of(Papers.paper("2605.00001")), List.of())), false);

    job.runNow();
    job.runNow();

    assertThat(column("select id from paper")).containsExactly("arxiv:2605.00001");
  }

  private List<ConsumerRecord<String, byte[]>> news() {
    List<ConsumerRecord<String, byte[]>> all = TopicRecords.of(PAPERS);
    return all.subList(before, all.size());
  }

  private static Page page(List<Paper> papers, List<PaperId> deleted) {
    return new Page(papers, deleted, List.of(), "at");
  }

  private static PaperSource given(Page... given) {
    Queue<Page> left = new ArrayDeque<>(List.of(given));
    return new PaperSource() {
      @Override
      public String feed() {
        return "test";
      }

      @Override
      public Pages open(String checkpoint, boolean now) {
        return new Pages() {
          @Override
          public Page next() {
            return left.poll();
          }

          @Override
          public void close() {}
        };
      }
    };
  }
}
