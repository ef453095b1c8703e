package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassifyCommandTest extends AgainstAService {
  @Test
  void anOrderSaysHowManyPapersItIsAbout() throws Exception {
    answer = "{\"papers\": 2393}";

    assertThat(again(Optional.of(LocalDate.of(2026, 5, 12)))).isZero();

    assertThat(heard).containsExactly("POST /internal/again?since=2026-05-12");
    assertThat(lines())
        .containsExactly(
            "2,393 papers will be classified again, newest first, while no news come;"
                + " ./paperboy status shows how far it is.");
  }

  @Test
  void nothingToDoIsSaid() throws Exception {
    answer = "{\"papers\": 0}";

    assertThat(again(Optional.empty())).isZero();

    assertThat(heard).containsExactly("POST /internal/again");
    assertThat(lines())
        .containsExactly("Nothing to do: all papers are classified by this version and taxonomy.");
  }

  @Test
  void progressIsWhatClassifySays() throws Exception {
    Management classify = new Management(service.getAddress().getPort());
    answer = "{\"service\": \"classify\", \"again\": \"16 papers looked at, 4 left\"}";
    assertThat(ClassifyCommand.progress(classify)).contains("16 papers looked at, 4 left");
    answer = "{\"service\": \"classify\"}";
    assertThat(ClassifyCommand.progress(classify)).isEmpty();
  }

  private int again(Optional<LocalDate> since) throws Exception {
    return ClassifyCommand.run(new Command.ClassifyAgain(dir, since), console);
  }
}
