package dev.paperboy.notify.digest;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A line of the ledger: this paper was sent to this reader, in this version, for these reasons. */
@Entity
@IdClass(DigestItem.Key.class)
@Table(name = "digest_item")
public class DigestItem extends PanacheEntityBase {
  @Id
  @Column(name = "subscriber_id")
  public UUID subscriberId;

  @Id
  @Column(name = "paper_id")
  public String paperId;

  public Integer version;
  public long seq;

  @Column(name = "digest_id")
  public UUID digestId;

  /** Place in the digest, from 1. */
  public short rank;

  @Column(name = "title_only")
  public boolean titleOnly;

  @JdbcTypeCode(SqlTypes.JSON)
  public Reasons reasons;

  /**
   * Why the paper was sent.
   *
   * @param because what the reader asked for
   * @param trend the trend score then
   */
  public record Reasons(List<Reason> because, double trend) {}

  /** A reader gets a paper once. */
  public record Key(UUID subscriberId, String paperId) implements Serializable {}

  static DigestItem of(Digest digest, Match match, int rank, boolean titleOnly) {
    DigestItem item = new DigestItem();
    item.subscriberId = digest.subscriberId;
    item.paperId = match.paper().paper().key();
    item.version = match.paper().paper().version();
    item.seq = match.paper().paper().seq();
    item.digestId = digest.id;
    item.rank = (short) rank;
    item.titleOnly = titleOnly;
    item.reasons = new Reasons(match.reasons(), match.trend());
    return item;
  }
}
