package dev.paperboy.classify.pipeline;

import dev.paperboy.classify.encode.Description;
import dev.paperboy.events.PaperId;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;

/**
 * {@code GET /internal/vectors?id=arxiv:…&id=…} on the management port: vectors, titles and
 * abstracts of those papers that are known, of at most {@value #MOST}, and {@code like}, the cosine
 * from which another paper is like one of them.
 */
@Singleton
class VectorsRoute {
  private static final int MOST = 20;

  private final Pool pool;

  VectorsRoute(Pool pool) {
    this.pool = pool;
  }

  void register(@Observes ManagementInterface management) {
    management.router().get("/internal/vectors").handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    List<String> ids = routing.queryParam("id");
    if (ids.isEmpty() || ids.size() > MOST) {
      refuse(routing, "Name 1 to %d papers as id=arxiv:2405.14906.".formatted(MOST));
      return;
    }
    String[] keys;
    try {
      keys = ids.stream().map(id -> PaperId.parse(id).toString()).toArray(String[]::new);
    } catch (IllegalArgumentException e) {
      refuse(routing, e.getMessage());
      return;
    }
    pool.preparedQuery(
            """
            select id, body->>'title', body->>'abstract', encoder, vector from paper
            where id = any($1) order by id
            """)
        .execute(Tuple.of(keys))
        .subscribe()
        .with(
            rows -> {
              JsonArray papers = new JsonArray();
              rows.forEach(row -> papers.add(json(row)));
              routing.json(new JsonObject().put("papers", papers).put("like", Description.LIKE));
            },
            routing::fail);
  }

  private static JsonObject json(Row row) {
    return new JsonObject()
        .put("id", row.getString(0))
        .put("title", row.getString(1))
        .put("abstract", row.getString(2))
        .put("encoder", row.getString(3))
        .put("int8", Base64.getEncoder().encodeToString(row.getBuffer(4).getBytes()));
  }

  private static void refuse(RoutingContext routing, String message) {
    routing.response().setStatusCode(400);
    routing.json(new JsonObject().put("message", message));
  }
}
