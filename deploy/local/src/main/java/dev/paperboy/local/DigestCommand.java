package dev.paperboy.local;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/** {@code digest}: has notify send a day's digests now, send hour or not. */
final class DigestCommand {
  private DigestCommand() {}

  static int run(Command.Digest digest, Console console) throws IOException, InterruptedException {
    Optional<RunState> state =
        RunState.read(new DataDirectory(digest.data()).runState()).filter(RunState::launcherRuns);
    if (state.isEmpty()) {
      console.line("Nothing runs in %s; start it with ./paperboy up.".formatted(digest.data()));
      return 1;
    }
    try {
      int port = state.get().ports().management().get(Service.NOTIFY.label());
      Management.Answer answer = new Management(port).post(path(digest));
      if (answer.status() != 200) {
        console.line(
            "notify answers %d: %s"
                .formatted(
                    answer.status(),
                    answer.body().path("message").asText(answer.body().toString())));
        return 1;
      }
      console.line(
          "Digests of %s: %d made now, %d were there already."
              .formatted(
                  answer.body().path("date").asText(),
                  answer.body().path("created").asInt(),
                  answer.body().path("existing").asInt()));
      answer.body().path("messages").forEach(message -> console.line("  " + message.asText()));
      return 0;
    } catch (IOException e) {
      console.line("notify does not answer; ./paperboy status tells more.");
      return 1;
    }
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
