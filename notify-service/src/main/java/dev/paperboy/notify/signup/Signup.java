package dev.paperboy.notify.signup;

import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.mail.Mail;
import dev.paperboy.notify.mail.MailKind;
import dev.paperboy.notify.mail.Sender;
import dev.paperboy.notify.subscriber.Address;
import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Changes to subscriptions, each with its letter in one transaction. What a stranger may learn from
 * the answer is nothing: every method completes alike whether or not the address is known.
 */
@ApplicationScoped
class Signup {
  private final Letters letters;
  private final Sender sender;
  private final Throttle throttle;
  private final Clock clock = Clock.systemUTC();

  Signup(Letters letters, Sender sender, Throttle throttle) {
    this.letters = letters;
    this.sender = sender;
    this.throttle = throttle;
  }

  /**
   * Takes a sign-up. Until it is confirmed the latest wishes count; those of a confirmed reader
   * cannot be changed this way.
   */
  Uni<Void> signUp(Address address, FilterReading wishes) {
    return Uni.createFrom()
        .deferred(() -> Panache.withTransaction(() -> signUpOnce(address, wishes)))
        // The same address from two windows at once: the second finds the first's row.
        .onFailure(ConstraintViolationException.class)
        .retry()
        .atMost(1);
  }

  private Uni<Void> signUpOnce(Address address, FilterReading wishes) {
    Instant now = clock.instant();
    return Subscriber.byAddress(address)
        .flatMap(
            known -> {
              Subscriber subscriber = known == null ? Subscriber.of(address, now) : known;
              LetterDecision decision =
                  LetterDecision.of(
                      subscriber.status, subscriber.lettersSent, subscriber.lastLetterAt, now);
              boolean open =
                  subscriber.status == SubscriberStatus.PENDING
                      || subscriber.status == SubscriberStatus.UNSUBSCRIBED;
              if (open) {
                subscriber.status = SubscriberStatus.PENDING;
                subscriber.address = address.text();
                subscriber.take(wishes.schedule());
              }
              Uni<?> stored =
                  known == null ? subscriber.persistAndFlush() : Uni.createFrom().voidItem();
              return stored
                  .chain(
                      () ->
                          open
                              ? Filter.saveOnly(subscriber.id, wishes.interests())
                              : Uni.createFrom().voidItem())
                  .chain(() -> send(decision, subscriber, now));
            });
  }

  private Uni<Void> send(LetterDecision decision, Subscriber subscriber, Instant now) {
    return switch (decision) {
      case NONE -> Uni.createFrom().voidItem();
      case CONFIRMATION -> {
        subscriber.lettersSent++;
        subscriber.lastLetterAt = now;
        yield mail(
            MailKind.CONFIRMATION,
            subscriber,
            subscriber.generation + " " + subscriber.lettersSent,
            letters.confirmation(subscriber),
            now);
      }
      case KNOWN -> {
        subscriber.lastLetterAt = now;
        yield mail(MailKind.KNOWN, subscriber, now.toString(), letters.known(subscriber), now);
      }
    };
  }

  /**
   * Mails a link to a reader's preferences, or to what is kept of somebody who left; the link
   * before it stops to work.
   */
  Uni<Void> sendLink(Address address) {
    return throttle
        .admitsLink(address.key())
        .flatMap(
            admitted ->
                admitted
                    ? Panache.withTransaction(
                        () -> Subscriber.byAddress(address).flatMap(this::sendLinkNow))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> sendLinkNow(Subscriber known) {
    if (known == null) {
      return Uni.createFrom().voidItem();
    }
    if (known.status == SubscriberStatus.ACTIVE) {
      return mailLink(MailKind.PREFERENCES, known, letters::preferences);
    }
    return known.hasLeft()
        ? throttle
            .admitsAccountLink(known.addressKey)
            .flatMap(
                admitted ->
                    admitted
                        ? mailLink(MailKind.ACCOUNT, known, letters::account)
                        : Uni.createFrom().voidItem())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> mailLink(
      MailKind kind, Subscriber subscriber, Function<Subscriber, Letter> written) {
    subscriber.linkId = UUID.randomUUID();
    return mail(
        kind, subscriber, subscriber.linkId.toString(), written.apply(subscriber), clock.instant());
  }

  private Uni<Void> mail(
      MailKind kind, Subscriber subscriber, String cause, Letter letter, Instant now) {
    return Mail.of(kind, subscriber.id, cause, sender.domain(), letter, now)
        .persist()
        .replaceWithVoid();
  }
}
