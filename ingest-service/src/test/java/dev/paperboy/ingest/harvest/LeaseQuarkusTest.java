package dev.paperboy.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas, as two owners of a lease. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "ingest"),
      @ResourceArg(name = "paperboy.ingest.snapshot.file", value = HarvestQuarkusTest.FILE),
    })
class LeaseQuarkusTest {
  private static final Duration LENGTH = Duration.ofMillis(900);

  @Inject Pool pool;
  private Lease one;
  private Lease other;

  @BeforeEach
  void twoReplicas() throws Exception {
    Database.truncate("lease");
    one = new Lease(pool, LENGTH);
    other = new Lease(pool, LENGTH);
  }

  @Test
  void aBeatingHeartKeepsTheLeaseOverAPageThatTakesLongerThanIt() {
    assertThat(acquires(one)).isTrue();
    try (Lease.Heart heart = one.beating()) {
      await()
          .during(LENGTH.multipliedBy(3))
          .atMost(LENGTH.multipliedBy(10))
          .until(() -> !acquires(other));
    }
  }

  @Test
  void whatNobodyRenewsIsFree() {
    assertThat(acquires(one)).isTrue();
    try (Lease.Heart heart = one.beating()) {
      assertThat(acquires(other)).isFalse();
    }
    await().atMost(LENGTH.multipliedBy(10)).until(() -> acquires(other));
    assertThat(acquires(one)).isFalse();
  }

  private static boolean acquires(Lease lease) {
    return lease.acquire().await().atMost(Duration.ofSeconds(5));
  }
}
