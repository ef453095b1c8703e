package dev.paperboy.notify.subscriber;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** What a reader wants, stored. */
@Entity
@Table(name = "filter")
public class Filter extends PanacheEntityBase {
  @Id public UUID id;

  @Column(name = "subscriber_id")
  public UUID subscriberId;

  public String name;
  public String[] topics;
  public String[] categories;
  public String[] keywords;

  @Column(name = "max_papers")
  public short maxPapers;

  /** The reader's filter; null where there is none yet. */
  public static Uni<Filter> of(UUID subscriber) {
    return find("subscriberId", subscriber).firstResult();
  }

  /** Makes this the reader's wishes, creating the row where there is none; in a transaction. */
  public static Uni<Void> save(UUID subscriber, Interests interests) {
    return of(subscriber)
        .flatMap(
            known -> {
              Filter filter = known == null ? new Filter() : known;
              filter.take(interests);
              if (known != null) {
                return Uni.createFrom().voidItem();
              }
              filter.id = UUID.randomUUID();
              filter.subscriberId = subscriber;
              filter.name = "My papers";
              return filter.persist().replaceWithVoid();
            });
  }

  /** The same as a value. */
  public Interests interests() {
    return new Interests(List.of(topics), List.of(categories), List.of(keywords), maxPapers);
  }

  private void take(Interests interests) {
    topics = interests.topics().toArray(String[]::new);
    categories = interests.categories().toArray(String[]::new);
    keywords = interests.keywords().toArray(String[]::new);
    maxPapers = (short) interests.maxPapers();
  }
}
