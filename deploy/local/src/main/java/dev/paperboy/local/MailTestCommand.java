package dev.paperboy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code mail test}: has notify send one mail and tells what the mail server said to it. */
final class MailTestCommand {
  private MailTestCommand() {}

  static int run(Command.MailTest test, Console console) throws IOException, InterruptedException {
    DataDirectory data = new DataDirectory(test.data());
    Optional<RunState.Ports> ports = RunState.read(data.runState()).map(RunState::ports);
    return new RunningService(data, Service.NOTIFY, console)
        .post(
            "/internal/mail/test?to=" + URLEncoder.encode(test.address(), StandardCharsets.UTF_8),
            answer -> tell(answer, ports, console));
  }

  private static void tell(JsonNode answer, Optional<RunState.Ports> ports, Console console) {
    String server = Text.line(answer.path("server").asText());
    console.line(
        "%s took the mail to %s and said «%s»."
            .formatted(
                server,
                Text.line(answer.path("to").asText()),
                Text.line(answer.path("answer").asText())));
    ports
        .filter(run -> server.equals("127.0.0.1:" + run.smtp()))
        .ifPresent(
            run ->
                console.line(
                    "That is the local inbox, no mail leaves this machine: http://localhost:%d/inbox"
                        .formatted(run.gateway())));
  }
}
