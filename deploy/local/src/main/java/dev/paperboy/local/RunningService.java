package dev.paperboy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.function.Consumer;

/** A service of the run in a data directory, asked by a command that tells a person the answer. */
final class RunningService {
  private final DataDirectory data;
  private final Service service;
  private final Console console;

  RunningService(DataDirectory data, Service service, Console console) {
    this.data = data;
    this.service = service;
    this.console = console;
  }

  private interface Call {
    Management.Answer on(Management management) throws IOException, InterruptedException;
  }

  /** Returns the exit code; {@code tell} hears the body of a good answer only. */
  int get(String path, Consumer<JsonNode> tell) throws IOException, InterruptedException {
    return ask(management -> management.get(path), tell);
  }

  /** Returns the exit code; {@code tell} hears the body of a good answer only. */
  int post(String path, Consumer<JsonNode> tell) throws IOException, InterruptedException {
    return ask(management -> management.post(path), tell);
  }

  private int ask(Call call, Consumer<JsonNode> tell) throws IOException, InterruptedException {
    Optional<RunState> state = RunState.read(data.runState()).filter(RunState::launcherRuns);
    if (state.isEmpty()) {
      console.line("Nothing runs in %s; start it with ./paperboy up.".formatted(data.root()));
      return 1;
    }
    try {
      int port = state.get().ports().management().get(service.label());
      Management.Answer answer = call.on(new Management(port));
      if (answer.status() != 200) {
        console.line(refusal(answer));
        return 1;
      }
      tell.accept(answer.body());
      return 0;
    } catch (HttpConnectTimeoutException e) {
      return silent();
    } catch (HttpTimeoutException e) {
      console.line(
          "%s is still at it and goes on by itself; ./paperboy status shows how far it is."
              .formatted(service.label()));
      return 1;
    } catch (IOException e) {
      return silent();
    }
  }

  private int silent() {
    console.line(service.label() + " does not answer; ./paperboy status tells more.");
    return 1;
  }

  private String refusal(Management.Answer answer) {
    String message = Text.line(answer.body().path("message").asText(""));
    if (!message.isEmpty()) {
      return service.label() + ": " + message;
    }
    return "%s answers %d without a reason; its log is %s"
        .formatted(service.label(), answer.status(), data.log(service.label()));
  }
}
