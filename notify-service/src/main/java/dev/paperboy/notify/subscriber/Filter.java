package dev.paperboy.notify.subscriber;

import io.quarkus.hibernate.reactive.panache.Panache;
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
  /** What a reader's first filter is called. */
  public static final String FIRST = "My papers";

  /** Filters that a reader may have. */
  public static final int MOST = 10;

  /** Null until it is stored. */
  @Id public UUID id;

  @Column(name = "subscriber_id")
  public UUID subscriberId;

  public String name;
  public String[] topics;
  public String[] categories;
  public String[] keywords;
  public String[] authors;
  public String[] exclusions;
  public String[] about;
  public String[] examples;

  @Column(name = "min_trend")
  public double minTrend;

  public short dial;

  @Column(name = "max_papers")
  public short maxPapers;

  /** In the address of its private feed; null where it has none. */
  @Column(name = "feed_id")
  public UUID feedId;

  /** The reader's filters by name; empty where there is none yet. */
  public static Uni<List<Filter>> of(UUID subscriber) {
    return list("subscriberId = ?1 order by lower(name), id", subscriber);
  }

  /** A filter that is not stored yet. */
  public static Filter of(UUID subscriber, String name) {
    Filter filter = new Filter();
    filter.subscriberId = subscriber;
    filter.name = name;
    return filter;
  }

  /** Makes these the reader's only wishes, as whoever signs up anew wants it; in a transaction. */
  public static Uni<Void> saveOnly(UUID subscriber, Interests interests) {
    return of(subscriber)
        .flatMap(
            known -> {
              Filter filter = known.isEmpty() ? of(subscriber, FIRST) : known.getFirst();
              Uni<?> rest =
                  known.size() < 2
                      ? Uni.createFrom().voidItem()
                      : delete("subscriberId = ?1 and id <> ?2", subscriber, filter.id);
              return rest.chain(() -> filter.save(interests));
            });
  }

  /** Takes other wishes, and stores them where they are new; in a transaction. */
  public Uni<Void> save(Interests interests) {
    take(interests);
    if (id != null) {
      return forgetVectors(id);
    }
    id = UUID.randomUUID();
    return persist().replaceWithVoid();
  }

  /** They were of what the filter said before; what it says now is encoded when it is needed. */
  private static Uni<Void> forgetVectors(UUID filter) {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery("delete from filter_probe where filter_id = :filter")
                    .setParameter("filter", filter)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** The same as a value. */
  public Interests interests() {
    return Interests.builder()
        .topics(List.of(topics))
        .categories(List.of(categories))
        .keywords(List.of(keywords))
        .authors(List.of(authors))
        .exclusions(List.of(exclusions))
        .about(List.of(about))
        .examples(List.of(examples))
        .minTrend(minTrend)
        .dial(dial)
        .maxPapers(maxPapers)
        .build();
  }

  private void take(Interests interests) {
    topics = interests.topics().toArray(String[]::new);
    categories = interests.categories().toArray(String[]::new);
    keywords = interests.keywords().toArray(String[]::new);
    authors = interests.authors().toArray(String[]::new);
    exclusions = interests.exclusions().toArray(String[]::new);
    about = interests.about().toArray(String[]::new);
    examples = interests.examples().toArray(String[]::new);
    minTrend = interests.minTrend();
    dial = (short) interests.dial();
    maxPapers = (short) interests.maxPapers();
  }
}
