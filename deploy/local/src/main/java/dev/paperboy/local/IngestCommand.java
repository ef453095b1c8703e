package dev.paperboy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ingest}: has ingest read its sources, or publish again what it has or could not take. */
final class IngestCommand {
  private final Console console;
  private final RunningService ingest;

  IngestCommand(DataDirectory data, Console console) {
    this.console = console;
    this.ingest = new RunningService(data, Service.INGEST, console);
  }

  /** Fails where a source could not be read. */
  int harvest() throws IOException, InterruptedException {
    List<String> down = new ArrayList<>();
    int code =
        ingest.post(
            "/internal/harvest",
            answer -> {
              console.line(
                  "Announced %s, refused %s."
                      .formatted(number(answer, "announced"), number(answer, "refused")));
              for (JsonNode feed : answer.path("feeds")) {
                console.line(
                    "  %-12s  %-8s  %s"
                        .formatted(text(feed, "feed"), text(feed, "verdict"), text(feed, "detail"))
                        .stripTrailing());
                if (feed.path("verdict").asText().equals("down")) {
                  down.add(text(feed, "feed"));
                }
              }
            });
    return down.isEmpty() ? code : 1;
  }

  int replay() throws IOException, InterruptedException {
    return ingest.post(
        "/internal/replay",
        answer ->
            console.line(
                "Published %s papers again in %.1f s."
                    .formatted(number(answer, "papers"), answer.path("seconds").asDouble())));
  }

  int deadLetters() throws IOException, InterruptedException {
    return ingest.get("/internal/dead-letters", this::tellDeadLetters);
  }

  int replayDeadLetters(Optional<Command.DeadLetter> only)
      throws IOException, InterruptedException {
    String query =
        only.map(
                one ->
                    "?topic=%s&offset=%d"
                        .formatted(
                            URLEncoder.encode(one.topic(), StandardCharsets.UTF_8), one.offset()))
            .orElse("");
    return ingest.post(
        "/internal/dead-letters/replay" + query,
        answer -> {
          JsonNode skipped = answer.path("skipped");
          console.line(
              "Replayed %s, skipped %s."
                  .formatted(number(answer, "replayed"), Console.number(skipped.size())));
          for (JsonNode letter : skipped) {
            console.line(
                "  %s:%d  %s"
                    .formatted(
                        text(letter, "topic"),
                        letter.path("offset").asLong(),
                        text(letter, "reason")));
          }
        });
  }

  private void tellDeadLetters(JsonNode answer) {
    JsonNode letters = answer.path("deadLetters");
    long count = answer.path("count").asLong(letters.size());
    if (letters.isEmpty()) {
      console.line("No dead letters: every event could be read.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("TOPIC:OFFSET", "KEY", "WHEN", "REPLAYED", "CAUSE"));
    for (JsonNode letter : letters) {
      rows.add(
          List.of(
              text(letter, "topic") + ":" + letter.path("offset").asLong(),
              text(letter, "key"),
              moment(letter, "at"),
              letter.path("replayedAt").isTextual() ? moment(letter, "replayedAt") : "no",
              text(letter, "cause")));
    }
    aligned(rows).forEach(console::line);
    if (count > letters.size()) {
      console.line(
          "The newest %s of %s.".formatted(Console.number(letters.size()), Console.number(count)));
    }
    console.line("");
    console.line(
        "Publish one again: ./paperboy ingest dead-letters --replay TOPIC:OFFSET; all that were not"
            + " replayed: --replay alone.");
  }

  /** Columns as wide as their widest word; the last is as long as it is. */
  static List<String> aligned(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        line.append(row.get(column)).repeat(' ', widths[column] - row.get(column).length() + 2);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The second is enough for a person: 2026-11-23 05:59:58Z. */
  private static String moment(JsonNode json, String name) {
    return text(json, name).replaceFirst("(?<=\\d)T", " ").replaceFirst("\\.\\d+(?=Z$)", "");
  }

  private static String number(JsonNode json, String name) {
    return Console.number(json.path(name).asLong());
  }

  private static String text(JsonNode json, String name) {
    String text = json.path(name).isTextual() ? Text.line(json.path(name).asText()) : "";
    return text.isEmpty() ? "-" : text;
  }
}
