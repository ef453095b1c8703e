package dev.paperboy.notify.digest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks every few seconds for readers whose hour has come. */
@Singleton
class DigestPlanner {
  private static final Logger LOG = Logger.getLogger(DigestPlanner.class);

  private final Readers readers;
  private final DigestPress press;
  private final MeterRegistry metrics;
  private final SecondTries tries = new SecondTries(Clock.systemUTC());
  private volatile boolean stopping;

  DigestPlanner(Readers readers, DigestPress press, MeterRegistry metrics) {
    this.readers = readers;
    this.press = press;
    this.metrics = metrics;
  }

  @Scheduled(
      every = "${paperboy.digest.every:3s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> plan() {
    if (stopping) {
      return Uni.createFrom().voidItem();
    }
    return page(null)
        .onFailure()
        .recoverWithUni(
            failure -> {
              // A stop closes the database under whoever is at work; nothing is half done by it.
              if (!stopping) {
                LOG.warnf(failure, "digests wait: %s", failure.toString());
              }
              return Uni.createFrom().voidItem();
            });
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private Uni<Void> page(UUID after) {
    return readers
        .due(after)
        .flatMap(
            due ->
                due.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : press
                        .make(due.stream().filter(each -> tries.isTurnOf(each.id())).toList())
                        .invoke(this::count)
                        .chain(
                            () ->
                                due.size() < Readers.PAGE || stopping
                                    ? Uni.createFrom().voidItem()
                                    : page(due.getLast().id())));
  }

  private void count(List<DigestOutcome> outcomes) {
    long made = 0;
    for (DigestOutcome outcome : outcomes) {
      if (outcome.kind() == DigestOutcome.Kind.CREATED) {
        made++;
      } else if (outcome.kind() == DigestOutcome.Kind.FAILED) {
        tries.failed(outcome.reader().id());
        metrics.counter("paperboy.digests.failed").increment();
      }
    }
    if (made > 0) {
      LOG.infof("digests made number=%d", made);
      metrics.counter("paperboy.digests").increment(made);
    }
  }
}
