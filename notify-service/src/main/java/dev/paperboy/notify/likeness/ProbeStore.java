package dev.paperboy.notify.likeness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The vectors that belong to stored filters; they go when the filter changes or goes. */
@ApplicationScoped
class ProbeStore {
  private final Pool pool;

  ProbeStore(Pool pool) {
    this.pool = pool;
  }

  /** By subject, for each filter that has any. */
  Uni<Map<UUID, Map<String, Probe>>> of(Collection<UUID> filters) {
    return pool.preparedQuery(
            """
            select filter_id, subject, encoder, vector, threshold, title from filter_probe
            where filter_id = any($1)
            """)
        .execute(Tuple.of(filters.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, Map<String, Probe>> stored = new HashMap<>();
              rows.forEach(
                  row ->
                      stored
                          .computeIfAbsent(row.getUUID(0), filter -> new HashMap<>())
                          .put(row.getString(1), probe(row)));
              return stored;
            });
  }

  private static Probe probe(Row row) {
    Buffer vector = row.getBuffer(3);
    return new Probe(
        row.getString(1), row.getString(2), vector.getBytes(), row.getDouble(4), row.getString(5));
  }

  /** Keeps vectors of filters that are still there. */
  Uni<Void> keep(Map<UUID, List<Probe>> probes) {
    List<UUID> filters = new ArrayList<>();
    List<Probe> rows = new ArrayList<>();
    probes.forEach(
        (filter, list) ->
            list.forEach(
                probe -> {
                  filters.add(filter);
                  rows.add(probe);
                }));
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(
            """
            insert into filter_probe (filter_id, subject, encoder, vector, threshold, title)
            select filter_id, subject, encoder, decode(vector, 'base64'), threshold, title
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::text[])
              as batch (filter_id, subject, encoder, vector, threshold, title)
            join filter f on f.id = filter_id
            on conflict (filter_id, subject) do update set encoder = excluded.encoder,
              vector = excluded.vector, threshold = excluded.threshold, title = excluded.title
            """)
        .execute(
            Tuple.from(
                List.of(
                    filters.toArray(UUID[]::new),
                    rows.stream().map(Probe::subject).toArray(String[]::new),
                    rows.stream().map(Probe::encoder).toArray(String[]::new),
                    rows.stream()
                        .map(probe -> Base64.getEncoder().encodeToString(probe.int8()))
                        .toArray(String[]::new),
                    rows.stream().map(Probe::threshold).toArray(Double[]::new),
                    rows.stream().map(Probe::title).toArray(String[]::new))))
        .replaceWithVoid();
  }
}
