package dev.paperboy.notify.signup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.mail.Mail;
import dev.paperboy.notify.mail.MailKind;
import dev.paperboy.notify.mail.Sender;
import dev.paperboy.notify.subscriber.Address;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Moves a subscription to another address, which both sides have to want: the old one by the link
 * that was mailed to it, the new one by a link of its own. Each step is part of the caller's
 * transaction.
 */
@ApplicationScoped
class AddressChange {
  private final Letters letters;
  private final Sender sender;
  private final Throttle throttle;
  private final Clock clock = Clock.systemUTC();

  AddressChange(Letters letters, Sender sender, Throttle throttle) {
    this.letters = letters;
    this.sender = sender;
    this.throttle = throttle;
  }

  /**
   * Asks at the new address; a link that was mailed for another address stops to work. An address
   * that was asked today already, or that cannot get mails, is not asked; nobody learns of that.
   * Who comes back to an address that was asked before finds the link there working again.
   *
   * @return false where the reader has asked enough addresses for today
   */
  Uni<Boolean> ask(Subscriber reader, Address address) {
    return throttle
        .admitsChange(reader.id)
        .flatMap(
            admitted ->
                admitted
                    ? mayBeAsked(address)
                        .flatMap(
                            may -> {
                              reader.newAddress = address.text();
                              reader.changeId = changeId(reader, address);
                              return may ? mail(reader) : Uni.createFrom().voidItem();
                            })
                        .replaceWith(true)
                    : Uni.createFrom().item(false));
  }

  private Uni<Boolean> mayBeAsked(Address address) {
    return Subscriber.byAddress(address)
        .flatMap(
            other ->
                other != null && other.status == SubscriberStatus.SUPPRESSED
                    ? Uni.createFrom().item(false)
                    : throttle.admitsChangeTo(address.key()));
  }

  /** The same for the same address until the reader moves; links are signed, so it may be known. */
  private static UUID changeId(Subscriber reader, Address address) {
    return UUID.nameUUIDFromBytes(
        (reader.id + " " + reader.generation + " " + address.key()).getBytes(UTF_8));
  }

  private Uni<Void> mail(Subscriber reader) {
    return mail(
        MailKind.CHANGE,
        reader,
        reader.changeId + " " + clock.instant(),
        letters.change(reader),
        reader.newAddress);
  }

  /**
   * Moves, and tells the old address.
   *
   * @return false where the new address has a subscription of its own
   */
  Uni<Boolean> move(Subscriber reader) {
    Address to = Address.parse(reader.newAddress);
    return Subscriber.byAddress(to)
        .flatMap(
            other -> {
              if (other != null
                  && (other.status == SubscriberStatus.ACTIVE
                      || other.status == SubscriberStatus.SUPPRESSED)) {
                return Uni.createFrom().item(false);
              }
              // Somebody who never confirmed, or who left: whoever confirms now has the address.
              Uni<Void> free =
                  other == null
                      ? Uni.createFrom().voidItem()
                      : other.delete().chain(Panache::flush).replaceWithVoid();
              return free.chain(() -> moved(reader, to)).replaceWith(true);
            });
  }

  private Uni<Void> moved(Subscriber reader, Address to) {
    String former = reader.address;
    String occasion = reader.changeId.toString();
    reader.move(to);
    return mail(MailKind.CHANGED, reader, occasion, letters.changed(reader), former);
  }

  private Uni<Void> mail(
      MailKind kind, Subscriber reader, String occasion, Letter letter, String recipient) {
    Mail mail = Mail.of(kind, reader.id, occasion, sender.domain(), letter, clock.instant());
    mail.recipient = recipient;
    return mail.persist().replaceWithVoid();
  }
}
