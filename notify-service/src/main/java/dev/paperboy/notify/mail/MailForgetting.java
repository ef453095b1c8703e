package dev.paperboy.notify.mail;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Drops bodies of old mails: a reader's day takes some seventy kilobytes, its ledger lines three.
 */
@Singleton
class MailForgetting {
  private static final Logger LOG = Logger.getLogger(MailForgetting.class);

  private final MailStore store;
  private final Duration kept;
  private final Clock clock = Clock.systemUTC();

  MailForgetting(
      MailStore store,
      @ConfigProperty(name = "paperboy.mail.keep-bodies", defaultValue = "30D") Duration kept) {
    this.store = store;
    this.kept = kept;
  }

  @Scheduled(
      every = "${paperboy.mail.forget-every:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return store
        .dropBodies(clock.instant().minus(kept))
        .invoke(
            mails -> {
              if (mails > 0) {
                LOG.infof("bodies of old mails dropped mails=%d", mails);
              }
            })
        .replaceWithVoid();
  }
}
