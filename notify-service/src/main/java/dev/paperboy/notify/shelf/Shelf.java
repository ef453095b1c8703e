package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classified papers of the last weeks, to be matched against readers' filters. */
@ApplicationScoped
public class Shelf {
  private static final TypeReference<Map<String, Double>> PARTS = new TypeReference<>() {};
  private static final TypeReference<List<SourceStatus.Day>> DAYS = new TypeReference<>() {};

  private final Pool pool;
  private final ObjectMapper json;

  Shelf(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** Papers first announced between two dates, both included. */
  public Uni<List<ShelfPaper>> between(LocalDate first, LocalDate last) {
    return topics()
        .flatMap(
            topics -> {
              Map<String, String> names = new HashMap<>();
              topics.forEach(topic -> names.put(topic.id(), topic.name()));
              return pool.preparedQuery(
                      """
                      select s.body::text, t.parts::text
                      from shelf s left join paper_trend t on t.paper_id = s.paper_id
                      where s.announced between $1 and $2 order by s.paper_id
                      """)
                  .execute(Tuple.of(first, last))
                  .map(rows -> rows.stream().map(row -> paper(row, names)).toList());
            });
  }

  private ShelfPaper paper(Row row, Map<String, String> topicNames) {
    ClassifiedPaper paper = read(row.getString(0), ClassifiedPaper.class);
    return new ShelfPaper(
        paper.id(),
        paper.seq(),
        paper.kind(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.categories(),
        paper.source(),
        paper.announced(),
        paper.withdrawn(),
        paper.specimen(),
        paper.field(),
        paper.tags().stream()
            .map(
                tag ->
                    new ShelfTag(
                        tag.topic(),
                        topicNames.getOrDefault(tag.topic(), tag.topic()),
                        tag.confidence(),
                        tag.evidence()))
            .toList(),
        row.getString(1) == null ? Map.of() : read(row.getString(1), PARTS));
  }

  /** The latest announcement date up to {@code upTo} that has papers. */
  public Uni<Optional<LocalDate>> latestAnnouncement(LocalDate upTo) {
    return pool.preparedQuery("select max(announced) from shelf where announced <= $1")
        .execute(Tuple.of(upTo))
        .map(rows -> Optional.ofNullable(rows.iterator().next().getLocalDate(0)));
  }

  /**
   * Whether the papers announced up to a date are all on the shelf, as far as sources tell.
   *
   * <p>Where nothing was shelved for ten minutes although something is missing, waiting has no
   * sense: the digest goes out with a note.
   */
  public Uni<Completeness> completeness(LocalDate upTo) {
    return pool.query("select source, verdict, detail, days::text from source_status")
        .execute()
        .map(rows -> rows.stream().map(this::toldSource).toList())
        .flatMap(
            sources ->
                pool.preparedQuery(
                        """
                        select announced, count(*) from shelf where announced <= $1 group by 1
                        """)
                    .execute(Tuple.of(upTo))
                    .flatMap(
                        rows -> {
                          Map<LocalDate, Long> shelved = new HashMap<>();
                          rows.forEach(row -> shelved.put(row.getLocalDate(0), row.getLong(1)));
                          return idleSeconds()
                              .map(idle -> ShelfCompleteness.judge(sources, shelved, upTo, idle));
                        }));
  }

  private ShelfCompleteness.ToldSource toldSource(Row row) {
    return new ShelfCompleteness.ToldSource(
        row.getString(0), row.getString(1), row.getString(2), read(row.getString(3), DAYS));
  }

  /** Seconds since a paper was last shelved, on the database's clock; very many if none was. */
  private Uni<Long> idleSeconds() {
    return pool.query(
            "select coalesce(extract(epoch from now() - max(shelved_at)), 1e9)::bigint from shelf")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** The taxonomy, fields before topics, by name. */
  public Uni<List<TopicChoice>> topics() {
    return pool.query(
            """
            select id, name, description, parent from topic
            order by parent is not null, lower(name)
            """)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new TopicChoice(
                                row.getString(0),
                                row.getString(1),
                                row.getString(2),
                                row.getString(3)))
                    .toList());
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
