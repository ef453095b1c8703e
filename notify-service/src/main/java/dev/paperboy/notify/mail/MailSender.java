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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Empties the outbox: claims some mails, and for each marks it as being sent, hands it to the
 * server on a worker thread, and writes down how that ended.
 */
@Singleton
class MailSender {
  private static final Logger LOG = Logger.getLogger(MailSender.class);

  private static final Duration LAST_MAIL = Duration.ofSeconds(1);
  private static final Duration LAST_STATEMENT = Duration.ofMillis(500);

  private final MailStore store;
  private final SmtpLine line;
  private final Vertx vertx;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();
  private volatile boolean stopping;

  /** The server could not be reached: nothing is tried before. */
  private volatile Instant restUntil = Instant.MIN;

  private int lineFailures;
  private volatile CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

  MailSender(MailStore store, SmtpLine line, Vertx vertx, MeterRegistry metrics) {
    this.store = store;
    this.line = line;
    this.vertx = vertx;
    this.metrics = metrics;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> send() {
    if (!mayGoOn()) {
      return Uni.createFrom().voidItem();
    }
    CompletableFuture<Void> run =
        sendBatch()
            .onFailure(failure -> !stopping)
            .invoke(failure -> LOG.warnf("the outbox waits: %s", failure.toString()))
            .onFailure()
            .recoverWithUni(() -> store.release().onFailure().recoverWithNull())
            .subscribeAsCompletionStage();
    running = run;
    return Uni.createFrom().completionStage(run);
  }

  /** One batch after another, until nobody's turn is left or the server is. */
  private Uni<Void> sendBatch() {
    return store
        .claim()
        .flatMap(
            mails ->
                mails.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : sendAll(mails).chain(() -> mayGoOn() ? sendBatch() : store.release()));
  }

  private boolean mayGoOn() {
    return !stopping && !clock.instant().isBefore(restUntil);
  }

  private Uni<Void> sendAll(List<OpenMail> mails) {
    return Multi.createFrom()
        .iterable(mails)
        .onItem()
        .transformToUniAndConcatenate(
            mail -> mayGoOn() ? sendOne(mail) : Uni.createFrom().voidItem())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> sendOne(OpenMail mail) {
    if (RetryPlan.isOver(mail.created(), clock.instant())) {
      LOG.warnf("mail given up id=%s kind=%s: its day is over", mail.id(), mail.kind());
      return store.expired(mail);
    }
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
    if (outcome == Delivery.Outcome.NO_LINE) {
      restUntil = clock.instant().plus(RetryPlan.lineRest(++lineFailures));
      LOG.warnf(
          "no mail server; mails wait until %s: %s",
          restUntil.truncatedTo(ChronoUnit.SECONDS), delivery.reply());
      return store.untried(mail, delivery.reply());
    }
    lineFailures = 0;
    if (outcome == Delivery.Outcome.SENT) {
      LOG.debugf("mail sent id=%s kind=%s", mail.id(), mail.kind());
      return store.sent(mail, delivery.reply());
    }
    LOG.warnf(
        "mail not sent id=%s kind=%s outcome=%s reply=«%s»",
        mail.id(), mail.kind(), outcome, delivery.reply());
    Instant now = clock.instant();
    return switch (outcome) {
      case SENT, NO_LINE -> throw new IllegalStateException("handled above");
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
          (mail.kind().goesToReader()
                  ? store.suppress(mail.subscriber())
                  : Uni.createFrom().voidItem())
              .chain(() -> store.failed(mail, delivery.reply()));
      case UNCERTAIN ->
          mail.resends() == 0
              ? store.resend(mail, now, delivery.reply())
              : store.uncertain(mail, delivery.reply());
    };
  }

  /**
   * The mail on its way may arrive; what else was claimed goes back, so that the next sender need
   * not wait for our lease to end. A mail that is not through by then is sent once more by the next
   * one, under the same Message-ID.
   */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    if (ends(running, LAST_MAIL)) {
      line.close();
    }
    ends(
        store.release().onFailure().recoverWithNull().subscribeAsCompletionStage(), LAST_STATEMENT);
  }

  private static boolean ends(CompletableFuture<?> work, Duration patience) {
    try {
      work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
