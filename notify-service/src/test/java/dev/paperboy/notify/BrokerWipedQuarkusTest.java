package dev.paperboy.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.FreePort;
import dev.paperboy.backing.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The broker is lost with all that was on it, and comes back empty at the same address. */
@QuarkusTest
@TestProfile(BrokerWipedQuarkusTest.OwnBroker.class)
class BrokerWipedQuarkusTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PAPERS = 200;

  /** Test and resource are loaded by different class loaders and talk by these and by a file. */
  private static final String PORT = "paperboy.test.own-broker.port";

  private static final String ORDER = "paperboy.test.own-broker.order";

  /** A broker that no other test uses. */
  public static class OwnBroker implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(Resource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  /** Starts it before the application, and wipes it where the file of the order is made. */
  public static class Resource implements QuarkusTestResourceLifecycleManager {
    private final ScheduledExecutorService orders = Executors.newSingleThreadScheduledExecutor();
    private Path scratch;
    private KafkaBroker broker;

    @Override
    public Map<String, String> start() {
      try {
        scratch = Files.createTempDirectory("paperboy-own-broker");
        Path order = scratch.resolve("wipe");
        System.setProperty(PORT, Integer.toString(FreePort.one()));
        System.setProperty(ORDER, order.toString());
        broker = KafkaBroker.start(scratch.resolve("kafka1"), Integer.getInteger(PORT));
        orders.scheduleWithFixedDelay(() -> obey(order), 100, 100, TimeUnit.MILLISECONDS);
        Map<String, String> settings = new HashMap<>(Backing.current().settings("notify"));
        settings.put("paperboy.clock", "2026-05-12T23:00:00Z");
        settings.put("paperboy.digest.every", "24h");
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        return settings;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private void obey(Path order) {
      if (!Files.exists(order)) {
        return;
      }
      try {
        broker.close();
        broker = KafkaBroker.start(scratch.resolve("kafka2"), Integer.getInteger(PORT));
        Files.delete(order);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void stop() {
      orders.shutdown();
      broker.close();
      try (Stream<Path> files = Files.walk(scratch)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void fill(String broker, long seq) throws Exception {
    Events.declareTopics(broker);
    List<Map.Entry<String, byte[]>> papers = new ArrayList<>();
    for (int i = 1; i <= PAPERS; i++) {
      String id = "arxiv:2603.%05d".formatted(i);
      papers.add(
          Map.entry(
              id, Events.bytes(Events.paper(id).put("seq", seq).put("announced", Arrivals.DAY))));
    }
    Events.sendAll(broker, "papers.classified.v1", papers);
    Events.sendAll(
        broker,
        "sources.v1",
        List.of(
            Map.entry(
                "snapshot",
                Events.bytes(
                    Events.source(seq, "fresh", Arrivals.DAY, PAPERS).put("source", "snapshot")))));
  }

  private static void awaitPapers(String what, long seq, Instant start) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () ->
                assertThat(Rows.count("select count(*) from shelf where seq = ?", seq))
                    .isEqualTo(PAPERS));
    System.out.printf(
        Locale.ROOT,
        "SHELF %-58s %d papers after %.1f s%n",
        what,
        Rows.count("select count(*) from shelf"),
        Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }

  @Test
  void whatTheProducersPublishAgainIsReadAndNothingOlderReplacesWhatIsThere() throws Exception {
    String broker = "127.0.0.1:" + System.getProperty(PORT);
    Rows.forgetAll();
    fill(broker, 5);
    awaitPapers("filled before the broker was wiped", 5, Instant.now());

    Path order = Files.createFile(Path.of(System.getProperty(ORDER)));
    await().atMost(PATIENCE).until(() -> !Files.exists(order));
    assertThat(Rows.count("select count(*) from shelf")).isEqualTo(PAPERS);
    Instant start = Instant.now();
    fill(broker, 6);
    awaitPapers("broker wiped, replayed (with sending)", 6, start);
    TopicsRead.await(broker, PATIENCE);
    assertThat(Rows.count("select count(distinct cluster_id) from shelf_position")).isEqualTo(1);

    // An older state on the new broker changes nothing.
    fill(broker, 4);
    TopicsRead.await(broker, PATIENCE);
    Rows.truncate("source_status");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(Rows.count("select count(*) from source_status")).isEqualTo(1));
    assertThat(Rows.count("select count(*) from shelf where seq = 6")).isEqualTo(PAPERS);
  }
}
