package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.publish.BrokerHistory;
import dev.paperboy.ingest.source.PaperSource;
import dev.paperboy.ingest.specimen.SpecimenPapers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

  // One failure may be the network's hiccup, and papers that come and go at once confuse.
  private static final int FAILURES = 2;

  private final Harvest harvest;
  private final FeedStatus status;
  private final Lease lease;
  private final PaperStore store;
  private final BrokerHistory broker;
  private final List<PaperSource> sources;
  private final PaperSource specimens;
  private final boolean mayLoadSpecimens;
  private final Map<String, String> lastSaid = new HashMap<>();
  private final Map<String, RetryDelay> delays = new HashMap<>();
  private final ReentrantLock running = new ReentrantLock();
  private final Clock real = Clock.systemUTC();

  HarvestJob(
      Harvest harvest,
      FeedStatus status,
      Lease lease,
      PaperStore store,
      BrokerHistory broker,
      Sources sources,
      IngestConfig config,
      Clock business) {
    this.harvest = harvest;
    this.status = status;
    this.lease = lease;
    this.store = store;
    this.broker = broker;
    this.sources = sources.all();
    this.specimens = new SpecimenPapers(business);
    this.mayLoadSpecimens = config.specimens() == IngestConfig.Specimens.AUTO;
  }

  /** What became of a feed in one run; {@code detail} is for its operator. */
  record Outcome(String feed, String verdict, String detail, Tally tally) {}

  @Scheduled(
      every = "{paperboy.ingest.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tick() throws Throwable {
    run(false);
  }

  /**
   * Asks all sources now, however short ago they were asked.
   *
   * @throws IllegalStateException where this replica may not harvest; the message tells why
   */
  List<Outcome> runNow() throws Throwable {
    broker.requireSame();
    return run(true);
  }

  private List<Outcome> run(boolean now) throws Throwable {
    running.lock();
    try {
      if (!lease.acquire().await().atMost(Lease.LENGTH)) {
        if (now) {
          throw new IllegalStateException("another replica is harvesting; ask it, or wait for it");
        }
        return List.of();
      }
      // Papers that go to a broker without their history would leave consumers with holes.
      if (!broker.isSame()) {
        return List.of();
      }
      try (Lease.Heart heart = lease.beating()) {
        return harvestAll(now);
      }
    } finally {
      running.unlock();
    }
  }

  private List<Outcome> harvestAll(boolean now) throws Throwable {
    List<Outcome> outcomes = new ArrayList<>();
    for (PaperSource source : sources) {
      RetryDelay delay = delays.computeIfAbsent(source.feed(), feed -> new RetryDelay());
      if (now || delay.isDue(real.instant())) {
        outcomes.add(harvest(source, now, delay));
      }
    }
    if (mayLoadSpecimens
        && delays.values().stream().anyMatch(delay -> delay.failures() >= FAILURES)) {
      loadSpecimens();
    }
    return outcomes;
  }

  private Outcome harvest(PaperSource source, boolean now, RetryDelay delay) throws Throwable {
    String feed = source.feed();
    if (!lastSaid.containsKey(feed)) {
      // The row must be there before the first page, and readers wait until a source was read.
      say(feed, "starting", "reading " + feed, false);
    }
    try {
      Tally tally = harvest.run(source, now);
      delay.succeeded();
      if (!tally.isEmpty()) {
        LOG.infof("harvested feed=%s %s", feed, tally);
      }
      if (!tally.isEmpty() || !"fresh".equals(lastSaid.get(feed))) {
        say(feed, "fresh", "read to the end", true);
      }
      return new Outcome(feed, "fresh", "read to the end", tally);
    } catch (Lease.LeaseLostException e) {
      LOG.warnf("stopped harvesting feed=%s: %s", feed, e.getMessage());
      return new Outcome(feed, "waiting", e.getMessage(), new Tally());
    } catch (IOException | RuntimeException e) {
      delay.failed(real.instant());
      String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      if (!cause.equals(lastSaid.get(feed))) {
        LOG.errorf(e, "could not harvest feed=%s, will try again", feed);
        say(feed, "down", cause, false);
        lastSaid.put(feed, cause);
      }
      return new Outcome(feed, "down", cause, new Tally());
    }
  }

  /** Something to try Paperboy with where nothing could ever be read. */
  private void loadSpecimens() throws Throwable {
    if (!store.isEmpty().await().atMost(Lease.LENGTH)) {
      return;
    }
    say(specimens.feed(), "starting", "loading made-up papers", false);
    Tally tally = harvest.run(specimens, false);
    say(specimens.feed(), "fresh", "made-up papers, until real ones can be read", true);
    LOG.infof("no source can be read yet: loaded %d specimen papers", tally.announced());
  }

  /** Runs something that no harvest may run beside, on this or any other replica. */
  <T> T alone(Supplier<T> step) {
    running.lock();
    try {
      if (!lease.acquire().await().atMost(Lease.LENGTH)) {
        throw new IllegalStateException("another replica is harvesting; ask it, or wait for it");
      }
      try (Lease.Heart heart = lease.beating()) {
        return step.get();
      }
    } finally {
      running.unlock();
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
