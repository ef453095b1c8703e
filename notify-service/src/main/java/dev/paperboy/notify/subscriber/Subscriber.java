package dev.paperboy.notify.subscriber;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** A reader. Times are real. */
@Entity
@Table(name = "subscriber")
public class Subscriber extends PanacheEntityBase {
  @Id public UUID id;
  public String address;

  @Column(name = "address_key")
  public String addressKey;

  @Enumerated(EnumType.STRING)
  public SubscriberStatus status;

  /** Where the reader's day begins and ends. */
  public String zone;

  /** 0 to 23, local. */
  @Column(name = "send_hour")
  public short sendHour;

  @Enumerated(EnumType.STRING)
  public Frequency frequency;

  /** Of weekly digests; 1 is Monday. */
  public short weekday;

  /** The first day with digests again; null where there is no pause. */
  @Column(name = "paused_until")
  public LocalDate pausedUntil;

  /** Whether a mail says why there is none. */
  @Enumerated(EnumType.STRING)
  @Column(name = "empty_days")
  public EmptyDays emptyDays;

  /** Grows when the reader confirms or leaves; ends the links mailed before. */
  public int generation;

  /** The one preferences link that opens; null once used. */
  @Column(name = "link_id")
  public UUID linkId;

  /** Where digests are to go once that is confirmed from there; null for no change. */
  @Column(name = "new_address")
  public String newAddress;

  /** In the link that was mailed to the new address; null where none works. */
  @Column(name = "change_id")
  public UUID changeId;

  /** Confirmation mails since the last confirmation. */
  @Column(name = "letters_sent")
  public int lettersSent;

  /** When sign-up last mailed the address. */
  @Column(name = "last_letter_at")
  public Instant lastLetterAt;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "confirmed_at")
  public Instant confirmedAt;

  @Column(name = "ended_at")
  public Instant endedAt;

  /** A reader who has said nothing but an address. */
  public static Subscriber of(Address address, Instant now) {
    Subscriber subscriber = new Subscriber();
    subscriber.id = UUID.randomUUID();
    subscriber.address = address.text();
    subscriber.addressKey = address.key();
    subscriber.status = SubscriberStatus.PENDING;
    subscriber.frequency = Frequency.DAILY;
    subscriber.weekday = 1;
    subscriber.emptyDays = EmptyDays.WEEKLY;
    subscriber.generation = 1;
    subscriber.createdAt = now;
    return subscriber;
  }

  /** The reader of that address; null where there is none. */
  public static Uni<Subscriber> byAddress(Address address) {
    return find("addressKey", address.key()).firstResult();
  }

  /** When the reader wants digests. */
  public Schedule schedule() {
    return new Schedule(
        frequency, DayOfWeek.of(weekday), sendHour, ZoneId.of(zone), pausedUntil, emptyDays);
  }

  /** Takes other wishes. */
  public void take(Schedule schedule) {
    frequency = schedule.frequency();
    weekday = (short) schedule.weekday().getValue();
    sendHour = (short) schedule.hour();
    zone = schedule.zone().getId();
    pausedUntil = schedule.pausedUntil();
    emptyDays = schedule.emptyDays();
  }

  /** Takes the confirmation. */
  public void confirm(Instant now) {
    status = SubscriberStatus.ACTIVE;
    generation++;
    lettersSent = 0;
    lastLetterAt = null;
    confirmedAt = now;
    endedAt = null;
  }

  /** Takes the new address; links mailed to the old one end, but for those to unsubscribe. */
  public void move(Address to) {
    address = to.text();
    addressKey = to.key();
    newAddress = null;
    changeId = null;
    linkId = null;
    generation++;
  }

  /**
   * Whether the reader was one, and gets no digests now by their own will. Who signed up again and
   * has not confirmed it has still left: anybody can type an address into a form.
   */
  public boolean hasLeft() {
    return status == SubscriberStatus.UNSUBSCRIBED
        || (status == SubscriberStatus.PENDING && confirmedAt != null);
  }

  /** Ends the mails. */
  public void leave(Instant now) {
    status = SubscriberStatus.UNSUBSCRIBED;
    generation++;
    linkId = null;
    newAddress = null;
    changeId = null;
    endedAt = now;
  }
}
