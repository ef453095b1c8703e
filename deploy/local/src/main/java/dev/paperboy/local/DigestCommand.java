package dev.paperboy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** {@code digest}: has notify send a day's digests now, send hour or not. */
final class DigestCommand {
  private DigestCommand() {}

  static int run(Command.Digest digest, Console console) throws IOException, InterruptedException {
    return new RunningService(new DataDirectory(digest.data()), Service.NOTIFY, console)
        .post(path(digest), answer -> tell(answer, console));
  }

  private static void tell(JsonNode answer, Console console) {
    console.line(
        "Digests of %s: %d made now, %d were there already."
            .formatted(
                answer.path("date").asText(),
                answer.path("created").asInt(),
                answer.path("existing").asInt()));
    answer.path("messages").forEach(message -> console.line("  " + message.asText()));
  }

  static String path(Command.Digest digest) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    digest.date().ifPresent(date -> query.add("date=" + date));
    digest
        .address()
        .ifPresent(
            address -> query.add("for=" + URLEncoder.encode(address, StandardCharsets.UTF_8)));
    return "/internal/digest" + query;
  }
}
