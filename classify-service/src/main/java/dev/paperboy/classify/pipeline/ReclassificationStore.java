package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.topic.TopicTag;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The order to classify again, and the rows that it is about. */
@ApplicationScoped
class ReclassificationStore {
  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  ReclassificationStore(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A stored paper to be classified again.
   *
   * @param seq the row's version when it was read
   * @param row what there is of its encoding
   */
  record Stored(long seq, ClassifiedBody body, StoredPaper row) {
    AnnouncedPaper announced() {
      return new AnnouncedPaper(
          body.id(),
          row.announcedSeq(),
          body.kind(),
          body.source(),
          body.version(),
          body.title(),
          body.abstractText(),
          body.authors(),
          body.categories(),
          body.comments(),
          body.doi(),
          body.announced(),
          body.updated(),
          body.withdrawn(),
          body.specimen());
    }
  }

  /**
   * A stored paper and what came of it.
   *
   * @param changed whether it is to be published
   */
  record Outcome(Stored before, Classified after, boolean changed) {}

  /** Begins anew, from the newest paper; what the order before had not published stays noted. */
  Uni<Void> ask(String classifiedBy, LocalDate since) {
    return pool.preparedQuery(
            """
            insert into reclassification (classified_by, since, asked) values ($1, $2, $3)
            on conflict (one) do update set classified_by = $1, since = $2, asked = $3,
              at_day = null, at_id = null, looked_at = 0, changed = 0, encoded = 0, finished = null
            """)
        .execute(Tuple.of(classifiedBy, since, now()))
        .replaceWithVoid();
  }

  /** How many rows something else classified. */
  Uni<Long> left(String classifiedBy, LocalDate since) {
    return left(pool, classifiedBy, since);
  }

  private static Uni<Long> left(SqlClient client, String classifiedBy, LocalDate since) {
    return client
        .preparedQuery(
            """
            select count(*) from paper
            where classified_by <> $1 and ($2::date is null or announced >= $2)
            """)
        .execute(Tuple.of(classifiedBy, since))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** The order as it stands; empty where none was ever given. */
  Uni<Optional<Reclassification>> read() {
    return pool.query("select * from reclassification").execute().map(this::first);
  }

  /**
   * Works at the order in a transaction, alone among all replicas: who holds its row's lock works
   * at it, and whoever is killed lets go of it.
   *
   * @param otherwise where there is none, it is finished, it was given to a program of another kind
   *     and has nothing to publish, or another works at it
   */
  <T> Uni<T> alone(T otherwise, String classifiedBy, Work<T> work) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(
                    """
                    select * from reclassification
                    where finished is null and classified_by = $1 or unpublished <> '{}'
                    for update skip locked
                    """)
                .execute(Tuple.of(classifiedBy))
                .map(this::first)
                .flatMap(
                    order ->
                        order.isEmpty()
                            ? Uni.createFrom().item(otherwise)
                            : work.on(tx, order.get())));
  }

  /** What is done with the order. */
  interface Work<T> {
    Uni<T> on(SqlConnection tx, Reclassification order);
  }

  private Optional<Reclassification> first(RowSet<Row> rows) {
    for (Row row : rows) {
      OffsetDateTime finished = row.getOffsetDateTime("finished");
      return Optional.of(
          new Reclassification(
              row.getString("classified_by"),
              row.getLocalDate("since"),
              row.getLocalDate("at_day"),
              row.getString("at_id"),
              row.getLong("looked_at"),
              row.getLong("changed"),
              row.getLong("encoded"),
              List.of(row.getArrayOfStrings("unpublished")),
              finished == null ? null : finished.toInstant()));
    }
    return Optional.empty();
  }

  /** The next papers, newest first, of those that something else classified. */
  Uni<List<Stored>> next(SqlConnection tx, Reclassification order, int limit) {
    return tx.preparedQuery(
            """
            select id, seq, announced_seq, text_hash, encoder, vector, body::text from paper
            where classified_by <> $1 and ($2::date is null or announced >= $2)
              and ($3::date is null or announced <= $3)
              and ($3::date is null or (announced, id) < ($3, $4))
            order by announced desc, id desc limit $5
            """)
        .execute(Tuple.of(order.classifiedBy(), order.since(), order.atDay(), order.atId(), limit))
        .map(
            rows -> {
              List<Stored> papers = new ArrayList<>();
              rows.forEach(row -> papers.add(stored(row)));
              return papers;
            });
  }

  private Stored stored(Row row) {
    try {
      ClassifiedBody body = json.readValue(row.getString(6), ClassifiedBody.class);
      return new Stored(
          row.getLong(1),
          body,
          new StoredPaper(
              body.id(),
              row.getLong(2),
              row.getString(3),
              row.getString(4),
              row.getBuffer(5).getBytes()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes what came of papers and how far the order is, in one transaction. A row that was written
   * by another since it was read is left alone.
   *
   * @param encoder id of what encodes now
   * @param encoded how many of them were encoded anew
   */
  Uni<Void> write(
      SqlConnection tx,
      Reclassification order,
      List<Outcome> outcomes,
      String encoder,
      int encoded) {
    String[] ids = strings(outcomes, o -> o.before().body().id().toString());
    return tx.preparedQuery("select id from paper where id = any($1) order by id for update")
        .execute(Tuple.of(ids))
        .flatMap(locked -> update(tx, order.classifiedBy(), encoder, ids, outcomes))
        .flatMap(
            written -> {
              List<Outcome> changed =
                  outcomes.stream()
                      .filter(o -> o.changed())
                      .filter(o -> written.contains(o.before().body().id().toString()))
                      .toList();
              Outcome last = outcomes.getLast();
              return recount(tx, changed)
                  .flatMap(
                      done ->
                          tx.preparedQuery(
                                  """
                                  update reclassification set at_day = $1, at_id = $2,
                                    looked_at = looked_at + $3, changed = changed + $4,
                                    encoded = encoded + $5, unpublished = $6
                                  """)
                              .execute(
                                  Tuple.of(
                                      last.before().body().announced(),
                                      last.before().body().id().toString(),
                                      (long) outcomes.size(),
                                      (long) changed.size(),
                                      (long) encoded,
                                      strings(changed, o -> o.before().body().id().toString()))))
                  .replaceWithVoid();
            });
  }

  private Uni<Set<String>> update(
      SqlConnection tx, String by, String encoder, String[] ids, List<Outcome> outcomes) {
    return tx.preparedQuery(
            """
            update paper set classified_by = $1,
              seq = paper.seq + case when changed then 1 else 0 end,
              encoder = case when changed then $2 else paper.encoder end,
              vector = case when changed then decode(fresh.vector, 'base64') else paper.vector end,
              body = case when changed then fresh.body::jsonb else paper.body end
            from unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::boolean[])
              as fresh (id, seq, vector, body, changed)
            where paper.id = fresh.id and paper.seq = fresh.seq
            returning paper.id
            """)
        .execute(
            Tuple.from(
                List.of(
                    by,
                    encoder,
                    ids,
                    outcomes.stream().map(o -> o.before().seq()).toArray(Long[]::new),
                    strings(outcomes, o -> Base64.getEncoder().encodeToString(o.after().vector())),
                    strings(outcomes, o -> written(o.after().body())),
                    outcomes.stream().map(Outcome::changed).toArray(Boolean[]::new))))
        .map(
            rows -> {
              Set<String> written = new HashSet<>();
              rows.forEach(row -> written.add(row.getString(0)));
              return written;
            });
  }

  /** So that a topic that is new to old papers does not look like a burst. */
  private static Uni<RowSet<Row>> recount(SqlConnection tx, List<Outcome> changed) {
    List<LocalDate> days = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    List<Integer> more = new ArrayList<>();
    for (Outcome outcome : changed) {
      Set<String> before = topics(outcome.before().body());
      Set<String> after = topics(outcome.after().body());
      Set<String> moved = new HashSet<>(before);
      moved.addAll(after);
      moved.removeIf(topic -> before.contains(topic) && after.contains(topic));
      for (String topic : moved) {
        days.add(outcome.before().body().announced());
        topics.add(topic);
        more.add(after.contains(topic) ? 1 : -1);
      }
    }
    // Sorted, so that all lock the rows in the same order.
    return tx.preparedQuery(
            """
            insert into topic_day (day, topic, papers)
            select day, topic, sum(more) from unnest($1::date[], $2::text[], $3::int[])
              as batch (day, topic, more)
            group by day, topic
            having sum(more) > 0 or exists
              (select from topic_day known where known.day = batch.day and known.topic = batch.topic)
            order by day, topic
            on conflict (day, topic) do update
              set papers = greatest(0, topic_day.papers + excluded.papers)
            """)
        .execute(
            Tuple.of(
                days.toArray(LocalDate[]::new),
                topics.toArray(String[]::new),
                more.toArray(Integer[]::new)));
  }

  private static Set<String> topics(ClassifiedBody body) {
    Set<String> topics = new HashSet<>();
    body.tags().stream().map(TopicTag::topic).forEach(topics::add);
    return topics;
  }

  /**
   * Holds rows while they are published, so that none of a later version can be published before.
   */
  Uni<Void> hold(SqlConnection tx, List<String> ids) {
    return tx.preparedQuery("select id from paper where id = any($1) order by id for update")
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .replaceWithVoid();
  }

  Uni<Void> published(SqlConnection tx) {
    return tx.query("update reclassification set unpublished = '{}'").execute().replaceWithVoid();
  }

  /**
   * At the oldest paper: finished where nothing is left, else from the newest again, since
   * something else wrote rows behind it.
   */
  Uni<Void> atTheEnd(SqlConnection tx, Reclassification order) {
    return left(tx, order.classifiedBy(), order.since())
        .flatMap(
            left ->
                tx.preparedQuery(
                        """
                        update reclassification set at_day = null, at_id = null,
                          finished = case when $1::bigint = 0 then $2::timestamptz end
                        """)
                    .execute(Tuple.of(left, now())))
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String[] strings(List<Outcome> of, Function<Outcome, String> text) {
    return of.stream().map(text).toArray(String[]::new);
  }

  private String written(ClassifiedBody body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
