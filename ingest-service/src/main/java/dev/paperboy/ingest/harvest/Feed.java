package dev.paperboy.ingest.harvest;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A source's row: how far it was read, and what was last said of it. */
@Entity
@Table(name = "feed")
class Feed extends PanacheEntityBase {
  @Id String name;

  /** Moved only together with the papers of its page, by {@link PaperStore#save}. */
  @Column(updatable = false)
  String checkpoint;

  /** The version of what was said; consumers of {@code sources.v1} apply only a higher one. */
  @Version long seq;

  String verdict;
  String detail;

  @Column(name = "as_of")
  Instant asOf;
}
