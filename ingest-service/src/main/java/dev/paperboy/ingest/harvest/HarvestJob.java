package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.source.PaperSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Asks every source in turn whether it has more, on the one replica that holds the lease. */
@Singleton
class HarvestJob {
  private static final Logger LOG = Logger.getLogger(HarvestJob.class);

  private final Harvest harvest;
  private final FeedStatus status;
  private final Lease lease;
  private final List<PaperSource> sources;
  private final Map<String, String> lastSaid = new HashMap<>();
  private final ReentrantLock running = new ReentrantLock();

  HarvestJob(Harvest harvest, FeedStatus status, Lease lease, Sources sources) {
    this.harvest = harvest;
    this.status = status;
    this.lease = lease;
    this.sources = sources.all();
  }

  @Scheduled(
      every = "{paperboy.ingest.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tick() throws Throwable {
    running.lock();
    try {
      if (!lease.acquire().await().atMost(Lease.LENGTH)) {
        return;
      }
      for (PaperSource source : sources) {
        harvest(source);
      }
    } finally {
      running.unlock();
    }
  }

  private void harvest(PaperSource source) throws Throwable {
    String feed = source.feed();
    if (!lastSaid.containsKey(feed)) {
      // The row must be there before the first page, and readers wait until a source was read.
      say(feed, "starting", "reading " + feed, false);
    }
    try {
      Tally tally = harvest.run(source);
      if (!tally.isEmpty()) {
        LOG.infof("harvested feed=%s %s", feed, tally);
      }
      if (!tally.isEmpty() || !"fresh".equals(lastSaid.get(feed))) {
        say(feed, "fresh", "read to the end", true);
      }
    } catch (Lease.LeaseLostException e) {
      LOG.warnf("stopped harvesting feed=%s: %s", feed, e.getMessage());
    } catch (IOException | RuntimeException e) {
      String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      if (!cause.equals(lastSaid.get(feed))) {
        LOG.errorf(e, "could not harvest feed=%s, will try again", feed);
        say(feed, "down", cause, false);
        lastSaid.put(feed, cause);
      }
    }
  }

  private void say(String feed, String verdict, String detail, boolean complete) throws Throwable {
    inContext(() -> status.tell(feed, verdict, detail, complete));
    lastSaid.put(feed, verdict);
  }

  /** Hibernate Reactive wants a Vert.x context, which a virtual thread has not. */
  private static void inContext(Supplier<Uni<Void>> step) throws Throwable {
    VertxContextSupport.subscribeAndAwait(step);
  }

  void release(@Observes ShutdownEvent stop) {
    lease.release().await().atMost(Duration.ofSeconds(2));
  }
}
