package dev.paperboy.local;

import java.io.IOException;
import java.util.Optional;

/** {@code classify}: has classify bring papers of an earlier version up to date. */
final class ClassifyCommand {
  private ClassifyCommand() {}

  static int run(Command.ClassifyAgain again, Console console)
      throws IOException, InterruptedException {
    return new RunningService(new DataDirectory(again.data()), Service.CLASSIFY, console)
        .post(
            "/internal/again" + again.since().map(day -> "?since=" + day).orElse(""),
            answer -> {
              long papers = answer.path("papers").asLong();
              console.line(
                  papers == 0
                      ? "Nothing to do: all papers are classified by this version and taxonomy."
                      : "%s papers will be classified again, newest first, while no news come; "
                          .formatted(Console.number(papers))
                          .concat("./paperboy status shows how far it is."));
            });
  }

  /** How far it is, in words; empty where classify has nothing to say or does not answer. */
  static Optional<String> progress(Management classify) throws InterruptedException {
    try {
      String words = Text.line(classify.get("/internal/status").body().path("again").asText(""));
      return words.isEmpty() ? Optional.empty() : Optional.of(words);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
