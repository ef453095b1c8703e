package dev.paperboy.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class RequestLimitQuarkusTest {
  private static final Duration INTERVAL = Duration.ofMillis(120);
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject Pool pool;

  @Test
  void replicasTogetherKeepTheInterval() throws Exception {
    List<Long> starts = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int replica = 0; replica < 3; replica++) {
        RequestLimit limit = new RequestLimit(pool, "shared", INTERVAL);
        all.add(
            replicas.submit(
                () -> {
                  for (int request = 0; request < 5; request++) {
                    RequestLimit.Start start = limit.await();
                    starts.add(System.nanoTime());
                    limit.answered(start);
                  }
                  return null;
                }));
      }
      for (Future<?> replica : all) {
        replica.get();
      }
    }

    List<Long> sorted = starts.stream().sorted().toList();
    assertThat(sorted).hasSize(15);
    for (int i = 1; i < sorted.size(); i++) {
      assertThat(Duration.ofNanos(sorted.get(i) - sorted.get(i - 1)))
          .isGreaterThanOrEqualTo(INTERVAL);
    }
  }

  @Test
  void roomThatAnAnswerTellsWasNotNeededIsGivenBack() throws Exception {
    RequestLimit limit = new RequestLimit(pool, "prompt", HOUR);
    RequestLimit.Start start = limit.await();
    assertThat(next("prompt")).isEqualTo(start.next());

    // As if it had been asked for just now, however slow this machine is.
    limit.answered(new RequestLimit.Start(System.nanoTime(), start.next()));

    assertThat(next("prompt"))
        .isBefore(start.next())
        .isAfterOrEqualTo(start.next().minus(Duration.ofMillis(200)));
  }

  @Test
  void whatIsAnsweredLateKeepsItsRoom() throws Exception {
    RequestLimit limit = new RequestLimit(pool, "slow", HOUR);
    RequestLimit.Start start = limit.await();

    limit.answered(
        new RequestLimit.Start(System.nanoTime() - Duration.ofMillis(400).toNanos(), start.next()));

    assertThat(next("slow")).isEqualTo(start.next());
  }

  @Test
  void aPauseThatTheHostAskedForStays() throws Exception {
    RequestLimit limit = new RequestLimit(pool, "busy", Duration.ofMillis(1));
    RequestLimit.Start start = limit.await();
    limit.pause(HOUR);
    OffsetDateTime paused = next("busy");

    limit.answered(start);

    assertThat(paused).isAfter(start.next());
    assertThat(next("busy")).isEqualTo(paused);
  }

  private OffsetDateTime next(String host) {
    return pool.preparedQuery("select next_start from request_limit where host = $1")
        .execute(Tuple.of(host))
        .map(rows -> rows.iterator().next().getOffsetDateTime(0))
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
