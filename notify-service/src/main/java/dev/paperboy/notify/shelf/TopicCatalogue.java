package dev.paperboy.notify.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The taxonomy as last told by classify. */
@ApplicationScoped
public class TopicCatalogue {
  private final Pool pool;

  TopicCatalogue(Pool pool) {
    this.pool = pool;
  }

  /** Fields and topics, by name. */
  public Uni<List<Topic>> all() {
    return pool.query(
            "select id, seq, name, description, parent, synonyms from topic order by lower(name)")
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Topic(
                                row.getString(0),
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                List.of(row.getArrayOfStrings(5))))
                    .toList());
  }

  Uni<Void> put(SqlClient transaction, List<Topic> topics) {
    return transaction
        .preparedQuery(
            """
            insert into topic (id, seq, name, description, parent, synonyms)
            select id, seq, name, description, parent,
              array(select jsonb_array_elements_text(synonyms::jsonb))
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
              as batch (id, seq, name, description, parent, synonyms)
            on conflict (id) do update set seq = excluded.seq, name = excluded.name,
              description = excluded.description, parent = excluded.parent,
              synonyms = excluded.synonyms
            where topic.seq <= excluded.seq
            """)
        .execute(
            Tuple.from(
                List.of(
                    topics.stream().map(Topic::id).toArray(String[]::new),
                    topics.stream().map(Topic::seq).toArray(Long[]::new),
                    topics.stream().map(Topic::name).toArray(String[]::new),
                    topics.stream().map(Topic::description).toArray(String[]::new),
                    topics.stream().map(Topic::parent).toArray(String[]::new),
                    topics.stream()
                        .map(topic -> new JsonArray(topic.synonyms()).encode())
                        .toArray(String[]::new))))
        .replaceWithVoid();
  }

  Uni<Void> remove(SqlClient transaction, List<String> ids) {
    return transaction
        .preparedQuery("delete from topic where id = any($1)")
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .replaceWithVoid();
  }
}
