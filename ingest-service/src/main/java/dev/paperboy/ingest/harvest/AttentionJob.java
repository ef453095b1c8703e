package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.attention.AttentionSource;
import dev.paperboy.ingest.attention.AttentionSource.Observed;
import dev.paperboy.ingest.publish.BrokerHistory;
import dev.paperboy.ingest.publish.EventPublisher;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Looks in turn at the places where papers get attention, on the replica that harvests, beside the
 * harvest: a slow place must not hold papers up.
 */
@Singleton
class AttentionJob {
  private static final Logger LOG = Logger.getLogger(AttentionJob.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<AttentionSource> sources;
  private final AttentionStore store;
  private final EventPublisher publisher;
  private final Lease lease;
  private final BrokerHistory broker;
  private final Map<String, RetryDelay> delays = new HashMap<>();
  private final Map<String, String> lastSaid = new HashMap<>();
  private final Clock business;
  private final Clock real = Clock.systemUTC();

  AttentionJob(
      AttentionSources sources,
      AttentionStore store,
      EventPublisher publisher,
      Lease lease,
      BrokerHistory broker,
      Clock business) {
    this.sources = sources.all();
    this.store = store;
    this.publisher = publisher;
    this.lease = lease;
    this.broker = broker;
    this.business = business;
  }

  @Scheduled(
      every = "{paperboy.ingest.every}",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class,
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tick() {
    if (!sources.isEmpty() && await(lease.acquire()) && broker.isSame()) {
      sources.forEach(source -> run(source, false));
    }
  }

  /** Looks at a place; gives how many observations were published. */
  int run(AttentionSource source, boolean now) {
    String feed = source.feed();
    RetryDelay delay = delays.computeIfAbsent(feed, f -> new RetryDelay());
    if (!now && !delay.isDue(real.instant())) {
      return 0;
    }
    say(feed, "starting", "not looked at yet", lastSaid.containsKey(feed));
    int count = 0;
    int refused = 0;
    try {
      AttentionSource.Pages pages = source.open(await(store.checkpoint(feed)), now);
      for (Observed page = pages.next(); page != null; page = pages.next()) {
        await(publisher.publish(page.observations()));
        await(store.save(feed, page.observations(), page.checkpoint()));
        count += page.observations().size();
        refused += page.refusals().size();
        page.refusals()
            .forEach(r -> LOG.warnf("refused feed=%s %s: %s", feed, r.place(), r.reason()));
      }
      delay.succeeded();
      if (count > 0) {
        LOG.infof("observed feed=%s observations=%d refused=%d", feed, count, refused);
      }
      say(feed, "fresh", "looked at", "fresh".equals(lastSaid.get(feed)) && count == 0);
    } catch (Lease.LeaseLostException e) {
      LOG.warnf("stopped looking feed=%s: %s", feed, e.getMessage());
    } catch (IOException | RuntimeException e) {
      delay.failed(real.instant());
      String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      if (!cause.equals(lastSaid.get(feed))) {
        LOG.warnf(e, "could not look feed=%s, will try again", feed);
      }
      say(feed, "down", cause, cause.equals(lastSaid.get(feed)));
      lastSaid.put(feed, cause);
    }
    return count;
  }

  private void say(String feed, String verdict, String detail, boolean known) {
    if (!known) {
      await(store.tell(feed, verdict, detail, business.instant().atOffset(ZoneOffset.UTC)));
      lastSaid.put(feed, verdict);
    }
  }

  private static <T> T await(Uni<T> step) {
    return step.await().atMost(PATIENCE);
  }
}
