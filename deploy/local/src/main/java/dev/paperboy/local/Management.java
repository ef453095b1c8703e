package dev.paperboy.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A service's management port, which only this machine reaches. */
final class Management {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final int port;

  Management(int port) {
    this.port = port;
  }

  /** What a service answers; {@code body} is missing where it was no JSON. */
  record Answer(int status, JsonNode body) {}

  /**
   * What ails a service.
   *
   * @param text for a person
   * @param mend the command that helps, as a check names it under {@code do}; empty where waiting
   *     may
   */
  record Trouble(String text, Optional<String> mend) {
    @Override
    public String toString() {
      return text + mend.map(command -> "; run " + command).orElse("");
    }
  }

  /** Empty where the service is well, else why it is not. */
  Optional<Trouble> trouble() throws InterruptedException {
    try {
      Answer answer = get("/q/health");
      if (answer.body().path("status").asText().equals("UP")) {
        return Optional.empty();
      }
      for (JsonNode check : answer.body().path("checks")) {
        if (!check.path("status").asText().equals("UP")) {
          return Optional.of(trouble(check));
        }
      }
      return Optional.of(new Trouble("health answers " + answer.status(), Optional.empty()));
    } catch (IOException e) {
      return Optional.of(new Trouble("does not answer", Optional.empty()));
    }
  }

  private static Trouble trouble(JsonNode check) {
    String name = check.path("name").asText("a health check");
    JsonNode data = check.path("data");
    String mend = data.path("do").asText("");
    if (!mend.isEmpty()) {
      return new Trouble(data.path("state").asText(name + " is down"), Optional.of(mend));
    }
    return new Trouble(
        name + (data.isMissingNode() ? " is down" : " is down: " + data), Optional.empty());
  }

  /** The counters of {@code /internal/status}, in its order; empty where it does not answer. */
  Map<String, Long> counters() throws InterruptedException {
    Map<String, Long> counters = new LinkedHashMap<>();
    try {
      get("/internal/status")
          .body()
          .path("counters")
          .properties()
          .forEach(counter -> counters.put(counter.getKey(), counter.getValue().asLong()));
    } catch (IOException e) {
      counters.clear();
    }
    return counters;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).timeout(Duration.ofSeconds(5)).GET());
  }

  /** Some posts plan and write for every reader, hence the patience. */
  Answer post(String path) throws IOException, InterruptedException {
    return send(request(path).timeout(Duration.ofMinutes(10)).POST(BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (JacksonException e) {
      return new Answer(response.statusCode(), MissingNode.getInstance());
    }
  }
}
