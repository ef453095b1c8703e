package dev.paperboy.ingest.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.ingest.management.Answers;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How ingest is, on the management port: {@code GET /status} for people, {@code GET
 * /internal/status} and {@code GET /internal/volumes} for programs.
 */
@Singleton
class IngestStatus {
  private final StatusReader reader;
  private final Template page;
  private final String look;

  IngestStatus(StatusReader reader, @Location("status/page.html") Template page) {
    this.reader = reader;
    this.page = page;
    this.look = look();
  }

  private static String look() {
    try (InputStream css = IngestStatus.class.getResourceAsStream("/status/status.css")) {
      return new String(css.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .get("/internal/status")
        .handler(context -> Answers.send(context, () -> reader.read().json()));
    // Not with the rest, which is asked for every second while a first run is watched.
    management
        .router()
        .get("/internal/volumes")
        .handler(context -> Answers.send(context, () -> StatusReport.json(reader.days())));
    management
        .router()
        .get("/status")
        .handler(
            context ->
                Answers.sendPage(
                    context,
                    () -> page.data("page", StatusView.of(reader.read(), reader.days())).render()));
    management
        .router()
        .get("/status.css")
        .handler(
            context ->
                context
                    .response()
                    .putHeader("Content-Type", "text/css; charset=utf-8")
                    .putHeader("Cache-Control", "max-age=300")
                    .end(look));
  }
}
