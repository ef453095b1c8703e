package dev.paperboy.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the services of a run have counted so far. */
public final class Counters {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonNode ports;

  Counters(JsonNode ports) {
    this.ports = ports;
  }

  /** How far the papers are: counts of distinct papers. */
  public record Flow(long announced, long refused, long classified, long shelved) {
    @Override
    public String toString() {
      return "announced %,d, classified %,d, shelved %,d".formatted(announced, classified, shelved);
    }
  }

  public Flow flow() throws IOException, InterruptedException {
    JsonNode ingest = of("ingest");
    return new Flow(
        ingest.path("announced").asLong(),
        ingest.path("refused").asLong(),
        of("classify").path("classified").asLong(),
        of("notify").path("shelved").asLong());
  }

  private JsonNode of(String service) throws IOException, InterruptedException {
    URI address =
        URI.create("http://127.0.0.1:%d/internal/status".formatted(ports.path(service).asInt()));
    return JSON.readTree(
            http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    BodyHandlers.ofString())
                .body())
        .path("counters");
  }
}
