package dev.paperboy.classify.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.pipeline.ClassifyTopics;
import dev.paperboy.events.TopicDeclaration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Reads all partitions of the classified and trend topics into this replica's index, outside any
 * consumer group: every replica holds everything.
 */
@Singleton
@Default
@Readiness
class IndexFeeder implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(IndexFeeder.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration BETWEEN_REFRESHES = Duration.ofMillis(500);

  /**
   * While catching up, so that a refresh is worth what it writes; some 25 MB are kept meanwhile.
   */
  private static final int MOST_UNSEEN = 5_000;

  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(2);
  // Only a log that is replaced under a running service is found so; a start looks anyway.
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  private final PaperIndex index;
  private final ObjectMapper json;
  private final Map<String, Object> kafka;
  private Thread thread;
  private volatile KafkaConsumer<String, byte[]> consumer;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean caughtUp;
  private volatile boolean anew;

  IndexFeeder(
      PaperIndex index,
      ObjectMapper json,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.index = index;
    this.json = json;
    this.kafka = kafka;
  }

  void start(@Observes StartupEvent event) {
    index.setFilling(true);
    thread = Thread.ofPlatform().name("index-feeder").start(this::feedForEver);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    KafkaConsumer<String, byte[]> polling = consumer;
    if (polling != null) {
      polling.wakeup();
    }
    thread.join(Duration.ofSeconds(10));
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("search index")
        .status(caughtUp)
        .withData("state", caughtUp ? "caught up" : "catching up")
        .build();
  }

  /** Has all of the topics read again, while searches see what there is. */
  void again() {
    anew = true;
    LOG.info("index is made anew: an operator asked for it");
  }

  private void feedForEver() {
    while (stopping.getCount() > 0) {
      try {
        feed();
      } catch (WakeupException e) {
        // Asked to stop; the loop's condition tells.
        LOG.debug("index feeder woken");
      } catch (Exception e) {
        LOG.errorf(e, "index feeder failed, trying again");
        pause();
      }
    }
  }

  private void feed() throws Exception {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    String log = logId();
    IndexFeed feed = new IndexFeed(index, json, log);
    if (anew) {
      anew = false;
      feed.beginAnew();
    }
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer = reader;
      List<TopicPartition> partitions =
          ClassifyTopics.INDEXED.stream()
              .flatMap(topic -> reader.partitionsFor(topic.name()).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      reader.assign(partitions);
      Map<TopicPartition, Long> first = reader.beginningOffsets(partitions);
      partitions.forEach(p -> reader.seek(p, Math.max(feed.position(p), first.get(p))));
      follow(reader, feed, log, reader.endOffsets(partitions));
    } catch (OffsetOutOfRangeException e) {
      LOG.warnf("index starts anew: %s", e.getMessage());
      feed.beginAnew();
    } finally {
      consumer = null;
    }
  }

  private void follow(
      KafkaConsumer<String, byte[]> reader,
      IndexFeed feed,
      String log,
      Map<TopicPartition, Long> goal)
      throws IOException {
    long lastCommit = System.nanoTime();
    long lastCheck = lastCommit;
    long lastRefresh = lastCommit;
    boolean reached = false;
    try {
      while (stopping.getCount() > 0 && !anew) {
        ConsumerRecords<String, byte[]> records = reader.poll(POLL);
        feed.apply(records);
        if (!reached) {
          reached =
              goal.entrySet().stream().allMatch(e -> reader.position(e.getKey()) >= e.getValue());
          if (reached) {
            feed.caughtUp();
            caughtUp = true;
            index.setFilling(false);
          }
        }
        if (feed.unseen() >= MOST_UNSEEN
            || (reached && System.nanoTime() - lastRefresh > BETWEEN_REFRESHES.toNanos())) {
          feed.show();
          lastRefresh = System.nanoTime();
        }
        if (System.nanoTime() - lastCommit > BETWEEN_COMMITS.toNanos()) {
          feed.commit();
          lastCommit = System.nanoTime();
        }
        if (System.nanoTime() - lastCheck > BETWEEN_CHECKS.toNanos()) {
          if (!log.equals(logId())) {
            return;
          }
          lastCheck = System.nanoTime();
        }
      }
    } finally {
      feed.commit();
    }
  }

  private String logId() {
    try (Admin admin = Admin.create(kafka)) {
      return TopicDeclaration.ids(admin, ClassifyTopics.INDEXED).toString();
    }
  }

  private void pause() {
    try {
      if (stopping.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("index feeder stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
