package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.Verdict;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Asks every source in turn whether it has more, on the one replica that holds the lease. */
@Singleton
class HarvestJob {
  private static final Logger LOG = Logger.getLogger(HarvestJob.class);
  private static final Duration JUDGED_EVERY = Duration.ofMinutes(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  // Far above what telling takes: a harvest that waits for ever would keep the lease, too.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int TENTHS = 10;

  // One failure may be the network's hiccup, and papers that come and go at once confuse.
  private static final int FAILURES = 2;

  private final Harvest harvest;
  private final FeedStatus status;
  private final Lease lease;
  private final PaperStore store;
  private final BrokerHistory broker;
  private final Sources sources;
  private final PaperSource specimens;
  private final boolean mayLoadSpecimens;
  private final Map<String, Verdict> lastSaid = new HashMap<>();
  private final Map<String, Instant> judgedAt = new HashMap<>();
  private final Map<String, Instant> downSince = new HashMap<>();
  private final Map<String, RetryDelay> delays = new ConcurrentHashMap<>();
  private final Map<String, Integer> tenthsTold = new HashMap<>();
  private final BackfillProgress progress;
  private boolean retired;
  private final ReentrantLock running = new ReentrantLock();
  private final SourceVerdicts verdicts;
  private final Clock business;
  private final Clock real = Clock.systemUTC();

  HarvestJob(
      Harvest harvest,
      FeedStatus status,
      Lease lease,
      PaperStore store,
      BrokerHistory broker,
      Sources sources,
      SourceVerdicts verdicts,
      BackfillProgress progress,
      IngestConfig config,
      Clock business) {
    this.harvest = harvest;
    this.status = status;
    this.lease = lease;
    this.store = store;
    this.broker = broker;
    this.sources = sources;
    this.verdicts = verdicts;
    this.progress = progress;
    this.business = business;
    this.specimens = new SpecimenPapers(business);
    this.mayLoadSpecimens = config.specimens() == IngestConfig.Specimens.AUTO;
  }

  /** What became of a feed in one run; {@code detail} is for its operator. */
  record Outcome(String feed, Verdict said, Tally tally) {
    String verdict() {
      return said.state();
    }

    String detail() {
      return said.detail();
    }
  }

  // The scheduler starts before the channels do; a harvest in between could not publish.
  @Scheduled(
      every = "{paperboy.ingest.every}",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class,
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
    if (!retired) {
      inContext(() -> status.retireAllBut(read()));
      retired = true;
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (PaperSource source : sources.all()) {
      RetryDelay delay = delays.computeIfAbsent(source.feed(), feed -> new RetryDelay());
      if (now || delay.isDue(real.instant())) {
        outcomes.add(harvest(source, now, delay));
      }
    }
    if (mayLoadSpecimens && cannotBeRead()) {
      loadSpecimens();
    }
    return outcomes;
  }

  /** When a source that could not be read is tried again by this replica; null where it can be. */
  Instant retryAt(String feed) {
    RetryDelay delay = delays.get(feed);
    return delay == null ? null : delay.due();
  }

  private Set<String> read() {
    return Stream.concat(sources.all().stream(), Stream.of(specimens))
        .map(PaperSource::feed)
        .collect(Collectors.toSet());
  }

  /** A witness that is down leaves no paper out. */
  private boolean cannotBeRead() {
    return delays.entrySet().stream()
        .anyMatch(
            feed -> feed.getValue().failures() >= FAILURES && !sources.isWitness(feed.getKey()));
  }

  private Outcome harvest(PaperSource source, boolean now, RetryDelay delay) throws Throwable {
    String feed = source.feed();
    if (!lastSaid.containsKey(feed)) {
      // The row must be there before the first page, and readers wait until a source was read.
      say(feed, new Verdict("starting", "reading " + feed), false);
    }
    try {
      Tally tally = harvest.run(source, now);
      delay.succeeded();
      downSince.remove(feed);
      if (tally.hasPages()) {
        tellBackfill(source);
      }
      if (!tally.isEmpty()) {
        LOG.infof("harvested feed=%s %s", feed, tally);
      }
      return new Outcome(feed, judge(source, tally), tally);
    } catch (Lease.LeaseLostException e) {
      LOG.warnf("stopped harvesting feed=%s: %s", feed, e.getMessage());
      return new Outcome(feed, new Verdict("waiting", e.getMessage()), new Tally());
    } catch (IOException | RuntimeException e) {
      delay.failed(real.instant());
      Instant since = downSince.computeIfAbsent(feed, f -> business.instant());
      String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      Verdict down = new Verdict("down", "%s (since %s)".formatted(cause, TIME.format(since)));
      if (!down.equals(lastSaid.get(feed))) {
        LOG.errorf(e, "could not harvest feed=%s, will try again", feed);
        say(feed, down, false);
      }
      return new Outcome(feed, down, new Tally());
    }
  }

  /** A line in the log at every tenth of the way. */
  private void tellBackfill(PaperSource source) {
    String feed = source.feed();
    PaperSource.Reach reach = source.reach(store.checkpoint(feed).await().atMost(Lease.LENGTH));
    BackfillProgress.Backfill backfill =
        progress.of(feed, reach, LocalDate.now(business.withZone(ZoneOffset.UTC)));
    int tenth = backfill == null ? TENTHS : backfill.percent() / TENTHS;
    Integer before = tenthsTold.put(feed, tenth);
    if (backfill != null && before != null && before != tenth) {
      LOG.infof("going back feed=%s %s", feed, backfill.words());
    }
  }

  /** A source falls behind by the clock alone, so it is judged when nothing came, too. */
  private Verdict judge(PaperSource source, Tally tally) throws Throwable {
    String feed = source.feed();
    Verdict last = lastSaid.get(feed);
    boolean again =
        tally.hasPages()
            || !last.isRead()
            || real.instant().isAfter(judgedAt.getOrDefault(feed, Instant.MIN).plus(JUDGED_EVERY));
    if (!again) {
      return last;
    }
    Verdict verdict = verdicts.of(source);
    judgedAt.put(feed, real.instant());
    if (!tally.isEmpty() || !verdict.equals(last)) {
      say(feed, verdict, verdict.isRead());
    }
    return verdict;
  }

  /** Something to try Paperboy with where nothing could ever be read. */
  private void loadSpecimens() throws Throwable {
    if (!store.isEmpty().await().atMost(Lease.LENGTH)) {
      return;
    }
    say(specimens.feed(), new Verdict("starting", "loading made-up papers"), false);
    Tally tally = harvest.run(specimens, false);
    say(
        specimens.feed(),
        new Verdict("fresh", "made-up papers, until real ones can be read"),
        true);
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

  private void say(String feed, Verdict verdict, boolean complete) throws Throwable {
    inContext(() -> status.tell(feed, verdict.state(), verdict.detail(), complete));
    lastSaid.put(feed, verdict);
  }

  /** Hibernate Reactive wants a Vert.x context, which a virtual thread has not. */
  private static void inContext(Supplier<Uni<Void>> step) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> step.get().ifNoItem().after(PATIENCE).fail());
  }

  void release(@Observes ShutdownEvent stop) {
    lease.release().await().atMost(Duration.ofSeconds(2));
  }
}
