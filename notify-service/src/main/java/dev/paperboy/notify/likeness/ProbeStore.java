package dev.paperboy.notify.likeness;

import dev.paperboy.notify.taste.WordBag;
import io.smallrye.mutiny.Uni;
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
import java.util.function.Function;

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
            select filter_id, subject, encoder, vector, threshold, title, words from filter_probe
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

  private static String[] encoded(List<Probe> probes, Function<Probe, byte[]> part) {
    return probes.stream()
        .map(probe -> Base64.getEncoder().encodeToString(part.apply(probe)))
        .toArray(String[]::new);
  }

  private static Probe probe(Row row) {
    return new Probe(
        row.getString(1),
        row.getString(2),
        row.getBuffer(3).getBytes(),
        row.getDouble(4),
        row.getString(5),
        WordBag.of(row.getBuffer(6).getBytes()));
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
            insert into filter_probe (filter_id, subject, encoder, vector, threshold, title, words)
            select filter_id, subject, encoder, decode(vector, 'base64'), threshold, title,
              decode(words, 'base64')
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::text[],
                $7::text[])
              as batch (filter_id, subject, encoder, vector, threshold, title, words)
            join filter f on f.id = filter_id
            on conflict (filter_id, subject) do update set encoder = excluded.encoder,
              vector = excluded.vector, threshold = excluded.threshold, title = excluded.title,
              words = excluded.words
            """)
        .execute(
            Tuple.from(
                List.of(
                    filters.toArray(UUID[]::new),
                    rows.stream().map(Probe::subject).toArray(String[]::new),
                    rows.stream().map(Probe::encoder).toArray(String[]::new),
                    encoded(rows, Probe::int8),
                    rows.stream().map(Probe::threshold).toArray(Double[]::new),
                    rows.stream().map(Probe::title).toArray(String[]::new),
                    encoded(rows, probe -> probe.words().toBytes()))))
        .replaceWithVoid();
  }
}
