package dev.paperboy.ingest.harvest;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the sources are; a silent archive is no reason to take the service away. */
@Singleton
@Readiness
class SourcesCheck implements HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Pool pool;

  SourcesCheck(Pool pool) {
    this.pool = pool;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("sources").up();
    try {
      for (Row row :
          pool.query("select name, verdict, detail from feed order by name")
              .execute()
              .await()
              .atMost(PATIENCE)) {
        check.withData(row.getString(0), row.getString(1) + ": " + row.getString(2));
      }
    } catch (RuntimeException e) {
      // The database has a check of its own.
      check.withData("unknown", String.valueOf(e.getMessage()));
    }
    return check.build();
  }
}
