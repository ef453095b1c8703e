package dev.paperboy.notify.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Empties the outbox: claims some mails, and for each marks it as being sent, hands it to the
 * server on a worker thread, and writes down how that ended.
 */
@Singleton
class MailSender {
  private static final Logger LOG = Logger.getLogger(MailSender.class);

  private static final Duration STOPPING = Duration.ofSeconds(3);

  private final MailStore store;
  private final SmtpLine line;
  private final Vertx vertx;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();

  MailSender(MailStore store, SmtpLine line, Vertx vertx, MeterRegistry metrics) {
    this.store = store;
    this.line = line;
    this.vertx = vertx;
    this.metrics = metrics;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> send() {
    return sendBatch()
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("the outbox waits: %s", failure.toString());
              return store.release().onFailure().recoverWithNull();
            });
  }

  /** One batch after another, until nobody's turn is left; then the line is hung up. */
  private Uni<Void> sendBatch() {
    return store
        .claim()
        .flatMap(
            mails ->
                mails.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : sendAll(mails).chain(this::sendBatch));
  }

  private Uni<Void> sendAll(List<OpenMail> mails) {
    return Multi.createFrom()
        .iterable(mails)
        .onItem()
        .transformToUniAndConcatenate(this::sendOne)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> sendOne(OpenMail mail) {
    return store
        .begin(mail)
        .flatMap(
            ours ->
                ours
                    ? onWorker(mail).flatMap(delivery -> settle(mail, delivery))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Delivery> onWorker(OpenMail mail) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> line.deliver(mail), false).toCompletionStage());
  }

  private Uni<Void> settle(OpenMail mail, Delivery delivery) {
    Delivery.Outcome outcome = delivery.outcome();
    metrics
        .counter("paperboy.mail.deliveries", "kind", mail.kind().label(), "outcome", outcome.name())
        .increment();
    if (outcome == Delivery.Outcome.SENT) {
      LOG.debugf("mail sent id=%s kind=%s", mail.id(), mail.kind());
      return store.sent(mail, delivery.reply());
    }
    LOG.warnf(
        "mail not sent id=%s kind=%s outcome=%s reply=«%s»",
        mail.id(), mail.kind(), outcome, delivery.reply());
    Instant now = clock.instant();
    return switch (outcome) {
      case SENT -> throw new IllegalStateException("handled above");
      case LATER ->
          RetryPlan.next(
                  mail.attempts() + 1,
                  mail.created(),
                  now,
                  ThreadLocalRandom.current().nextDouble())
              .map(next -> store.later(mail, next, delivery.reply()))
              .orElseGet(() -> store.failed(mail, delivery.reply()));
      case REFUSED -> store.failed(mail, delivery.reply());
      case NO_MAILBOX ->
          // First the reader: a crash between the two leaves a mail that is not sent for that
          // reason.
          store.suppress(mail.subscriber()).chain(() -> store.failed(mail, delivery.reply()));
      case UNCERTAIN ->
          mail.resends() == 0
              ? store.resend(mail, now, delivery.reply())
              : store.uncertain(mail, delivery.reply());
    };
  }

  /** Claimed mails go back, so that the next sender need not wait for our lease to end. */
  void stop(@Observes ShutdownEvent event) {
    line.close();
    store
        .release()
        .onFailure()
        .recoverWithNull()
        .subscribeAsCompletionStage()
        .completeOnTimeout(null, STOPPING.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
