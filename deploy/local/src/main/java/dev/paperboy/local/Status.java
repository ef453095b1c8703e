package dev.paperboy.local;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * How a run is doing.
 *
 * @param counters by name, all of {@link #COUNTERS}; 0 where the service that counts does not
 *     answer
 * @param parts every part in order
 * @param oldestUnprocessedSeconds age of the oldest event that a service has not finished
 */
record Status(Map<String, Long> counters, List<Part> parts, long oldestUnprocessedSeconds) {
  static final List<String> COUNTERS =
      List.of(
          "announced",
          "refused",
          "classified",
          "shelved",
          "subscribers",
          "digests",
          "mails_sent",
          "dead_letters");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * @param detail where it is, or what ails it
   * @param rssMiB memory; 0 for what is no process of its own
   */
  record Part(String name, boolean healthy, String detail, long rssMiB) {}

  /** Nothing runs. */
  static Status nothing() {
    return new Status(Map.of(), List.of(), 0);
  }

  boolean healthy() {
    return !parts.isEmpty() && parts.stream().allMatch(Part::healthy);
  }

  String json() throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("healthy", healthy());
    ObjectNode counted = json.putObject("counters");
    COUNTERS.forEach(name -> counted.put(name, counters.getOrDefault(name, 0L)));
    ObjectNode all = json.putObject("parts");
    for (Part part : parts) {
      all.putObject(part.name()).put("healthy", part.healthy()).put("detail", part.detail());
    }
    json.put("oldestUnprocessedSeconds", oldestUnprocessedSeconds);
    ObjectNode memory = json.putObject("rssMiB");
    parts.stream()
        .filter(part -> part.rssMiB() > 0)
        .forEach(part -> memory.put(part.name(), part.rssMiB()));
    return JSON.writeValueAsString(json);
  }

  String table() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          "  %-10s  %-4s  %9s  %s%n"
              .formatted(
                  part.name(),
                  part.healthy() ? "ok" : "DOWN",
                  part.rssMiB() > 0 ? part.rssMiB() + " MiB" : "",
                  part.detail()));
    }
    text.append(System.lineSeparator());
    COUNTERS.forEach(
        name ->
            text.append(
                "  %-15s %9s%n"
                    .formatted(
                        name.replace('_', ' '), Console.number(counters.getOrDefault(name, 0L)))));
    text.append("  %-15s %9s%n".formatted("oldest waiting", oldestUnprocessedSeconds + " s"));
    return text.toString();
  }
}
