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

  int replay(Optional<Command.Part> part) throws IOException, InterruptedException {
    return ingest.post(
        "/internal/replay" + part.map(IngestCommand::query).orElse(""),
        answer -> {
          if (answer.path("dryRun").asBoolean()) {
            console.line(
                "Would publish %s papers again; with --publish it does."
                    .formatted(number(answer, "papers")));
          } else {
            console.line(
                "Published %s papers again in %.1f s."
                    .formatted(number(answer, "papers"), answer.path("seconds").asDouble()));
          }
        });
  }

  private static String query(Command.Part part) {
    List<String> parameters = new ArrayList<>();
    part.from().ifPresent(day -> parameters.add("from=" + day));
    part.until().ifPresent(day -> parameters.add("until=" + day));
    part.ids().ifPresent(ids -> parameters.add("ids=" + encoded(ids)));
    parameters.add("dryRun=" + !part.publish());
    return "?" + String.join("&", parameters);
  }

  /** Fails where something is missing. */
  int gaps() throws IOException, InterruptedException {
    List<String> missing = new ArrayList<>();
    int code =
        ingest.get(
            "/internal/gaps",
            answer -> {
              console.line(
                  "arXiv listed %s new papers on %s; the harvest brought %s of that day."
                      .formatted(
                          number(answer, "listed"),
                          text(answer, "day"),
                          number(answer, "harvested")));
              for (JsonNode category : answer.path("missing")) {
                missing.add(text(category, "category"));
                console.line(
                    "  %-18s %s of %s"
                        .formatted(
                            text(category, "category"),
                            number(category, "harvested"),
                            number(category, "listed")));
              }
              for (JsonNode group : answer.path("cut")) {
                console.line("  the listing of %s is cut off".formatted(group.asText()));
              }
              if (missing.isEmpty()) {
                console.line("No category has fewer than were listed.");
              }
            });
    return missing.isEmpty() ? code : 1;
  }

  int deadLetters() throws IOException, InterruptedException {
    return ingest.get("/internal/dead-letters", this::tellDeadLetters);
  }

  int replayDeadLetters(Optional<Command.DeadLetter> only)
      throws IOException, InterruptedException {
    String query =
        only.map(one -> "?topic=%s&offset=%d".formatted(encoded(one.topic()), one.offset()))
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String number(JsonNode json, String name) {
    return Console.number(json.path(name).asLong());
  }

  private static String text(JsonNode json, String name) {
    String text = json.path(name).isTextual() ? Text.line(json.path(name).asText()) : "";
    return text.isEmpty() ? "-" : text;
  }
}
