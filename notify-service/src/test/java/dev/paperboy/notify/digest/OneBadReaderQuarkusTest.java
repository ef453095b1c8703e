package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.Arrivals;
import dev.paperboy.notify.QuietDays;
import dev.paperboy.notify.Rows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reader whose digest cannot be made costs nobody else theirs. It is 23:00 UTC, 12 May 2026. */
@QuarkusTest
@TestProfile(QuietDays.class)
class OneBadReaderQuarkusTest {
  @Inject DigestPlanner planner;
  @Inject InContext context;
  @Inject MeterRegistry metrics;

  private static void subscribe(UUID reader) {
    Rows.change(
        "insert into subscriber (id, address, address_key, status, zone, send_hour, created_at)"
            + " values (?, ?, ?, 'active', 'UTC', 7, now())",
        reader,
        reader + "@example.org",
        reader + "@example.org");
  }

  private void plan() {
    context.run(planner::plan).await().atMost(Duration.ofSeconds(60));
  }

  @Test
  void itIsCountedAndTriedLaterAndTheOthersGoOn() throws Exception {
    Arrivals.nothing();
    Arrivals.papers("2026-05-12", 3);
    // Several pages of readers, the bad one among the first.
    UUID bad = new UUID(0, 1);
    subscribe(bad);
    for (int i = 2; i <= Readers.PAGE + 20; i++) {
      subscribe(new UUID(0, i));
    }
    // A vector of one dimension, as no encoder makes it.
    Rows.change(
        "insert into mark (subscriber_id, paper_id, kind, title, encoder, vector, marked_at)"
            + " values (?, 'arxiv:2605.99999', 'more', 'T',"
            + " (select max(encoder) from shelf), '\\x01', now())",
        bad);
    double before = metrics.counter("paperboy.digests.failed").count();

    plan();
    plan();

    assertThat(Rows.count("select count(*) from digest")).isEqualTo(Readers.PAGE + 19);
    assertThat(Rows.count("select count(*) from digest where subscriber_id = ?", bad)).isZero();
    assertThat(metrics.counter("paperboy.digests.failed").count() - before).isEqualTo(1);
  }
}
