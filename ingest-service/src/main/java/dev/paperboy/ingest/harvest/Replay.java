package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.publish.BrokerHistory;
import dev.paperboy.ingest.publish.EventPublisher;
import dev.paperboy.ingest.publish.StoredPaper;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Fills a broker that lost its data: every stored paper is published again, as it was, with the
 * version it had. Consumers that have it already shrug.
 *
 * <p>Holds the harvest's lease from page to page, so that no newer state of a paper can be
 * published between the reading of a row and its publishing: what is behind in the log is never the
 * older.
 */
@ApplicationScoped
class Replay {
  private static final Logger LOG = Logger.getLogger(Replay.class);
  private static final int PAGE = 1000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HarvestJob job;
  private final Lease lease;
  private final PaperStore store;
  private final FeedStatus feeds;
  private final EventPublisher publisher;
  private final BrokerHistory broker;

  Replay(
      HarvestJob job,
      Lease lease,
      PaperStore store,
      FeedStatus feeds,
      EventPublisher publisher,
      BrokerHistory broker) {
    this.job = job;
    this.lease = lease;
    this.store = store;
    this.feeds = feeds;
    this.publisher = publisher;
    this.broker = broker;
  }

  /**
   * Publishes everything again; blocks until the broker has it.
   *
   * @return how many papers
   * @throws IllegalStateException where another replica harvests
   */
  int run() throws Throwable {
    int papers = job.alone(() -> papers(ReplayScope.ALL, true));
    VertxContextSupport.subscribeAndAwait(feeds::tellAllAgain);
    broker.accept();
    LOG.infof("replayed papers=%d", papers);
    return papers;
  }

  /**
   * Publishes some papers again; blocks until the broker has them.
   *
   * @param dryRun whether to count them only
   * @return how many papers
   * @throws IllegalStateException where another replica harvests, or the broker lost its data
   */
  int run(ReplayScope scope, boolean dryRun) {
    broker.requireSame();
    int papers = job.alone(() -> papers(scope, !dryRun));
    LOG.infof("replayed papers=%d scope=%s dryRun=%s", papers, scope, dryRun);
    return papers;
  }

  private int papers(ReplayScope scope, boolean publish) {
    int count = 0;
    String last = "";
    while (true) {
      List<StoredPaper> page = await(store.published(scope, last, PAGE));
      if (page.isEmpty()) {
        return count;
      }
      if (!await(lease.acquire())) {
        throw new IllegalStateException(
            "another replica took the harvest over; %d papers were replayed, start again"
                .formatted(count));
      }
      if (publish) {
        await(publisher.publishAgain(page));
      }
      count += page.size();
      last = page.getLast().id().toString();
    }
  }

  private static <T> T await(Uni<T> step) {
    return step.await().atMost(PATIENCE);
  }
}
