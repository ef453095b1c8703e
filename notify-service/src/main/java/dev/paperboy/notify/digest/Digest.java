package dev.paperboy.notify.digest;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A reader's day; there is one row for each, whether or not there was a mail. */
@Entity
@Table(name = "digest")
public class Digest extends PanacheEntityBase {
  @Id public UUID id;

  @Column(name = "subscriber_id")
  public UUID subscriberId;

  public LocalDate day;

  @Enumerated(EnumType.STRING)
  public DigestStatus status;

  /** Null unless empty. */
  @Enumerated(EnumType.STRING)
  public EmptyReason reason;

  public String note;

  /** How far the reader is served; null where nothing was announced. */
  @Column(name = "last_announced")
  public LocalDate lastAnnounced;

  public int papers;
  public int matched;

  @Column(name = "created_at")
  public Instant createdAt;
}
