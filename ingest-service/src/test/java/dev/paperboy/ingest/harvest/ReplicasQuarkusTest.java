package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.Database.column;
import static dev.paperboy.ingest.harvest.Database.sql;
import static dev.paperboy.ingest.harvest.Database.truncate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.Fault;
import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas and one list: one reads it, the other takes over where the first one is gone. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ReplicasQuarkusTest {
  private static final FaultTable TABLE = new FaultTable();
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Fault ENDS_HERE = new Fault.Status(500, Map.of(), "");

  @Inject Replica replica;
  @Inject Pool pool;

  @BeforeEach
  void emptyStore() throws Exception {
    truncate("paper, refusal, feed, lease, request_limit");
  }

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @Test
  void theOtherGoesOnWhereTheFirstOneDied() throws Throwable {
    try (Archive archive = Archive.open(200)) {
      archive.server().fail(new Fault.None(), ENDS_HERE);
      HarvestJob first = replica.of(archive.server().uri(), new Lease(pool, LEASE));
      HarvestJob other = replica.of(archive.server().uri(), new Lease(pool, LEASE));
      first.runNow();
      int asked = archive.server().queries().size();

      // The first one has read a page and says nothing more; its lease has not ended.
      other.tick();
      assertThat(archive.server().queries()).hasSize(asked);
      assertThatThrownBy(other::runNow)
          .hasMessage("another replica is harvesting; ask it, or wait for it");
      assertThat(column("select count(*) from paper")).containsExactly("3");

      await()
          .atMost(LEASE.multipliedBy(5))
          .untilAsserted(
              () -> {
                tick(other);
                assertThat(column("select count(*) from paper")).containsExactly("7");
              });
      assertThat(archive.server().queries().get(asked)).contains("resumptionToken");
      TABLE.add(
          "two replicas: one dies in a list",
          asked,
          "by hand: another replica is harvesting; ask it, or wait for it",
          archive.papers(),
          column("select verdict from feed").getFirst());
    }
  }

  @Test
  void whoLostItsLeaseInTheMiddleStoresNothing() throws Throwable {
    try (Archive archive = Archive.open(201)) {
      Lease lease = new Lease(pool, Duration.ofHours(1));
      HarvestJob slow = replica.of(archive.server().uri(), lease);
      archive
          .server()
          .fail(
              new Fault.None(),
              Fault.text(
                  xml -> {
                    takenOver();
                    return xml;
                  }));
      HarvestJob.Outcome outcome = slow.runNow().getFirst();
      assertThat(outcome.verdict()).isEqualTo("waiting");
      assertThat(column("select count(*) from paper")).containsExactly("3");

      truncate("lease");
      replica.of(archive.server().uri(), new Lease(pool, LEASE)).runNow();
      // The second page went to the broker twice, as the same events: consumers take one.
      TABLE.addAtLeastOnce(
          "two replicas: lease lost in a page",
          2,
          "waiting: " + outcome.detail(),
          archive.papers(),
          column("select verdict from feed").getFirst());
    }
  }

  private static void takenOver() {
    try {
      sql("update lease set owner = 'another'");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void tick(HarvestJob job) {
    try {
      job.tick();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
