package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
  private static final RunningProcess SELF = RunningProcess.of(ProcessHandle.current());
  private static final RunState STATE =
      new RunState(
          "starting",
          Map.of(RunState.LAUNCHER, SELF),
          new RunState.Options(null, "2026-05-12", null, 8080, 1),
          "2026-05-12T23:00:00Z@2026-11-23T02:00:00Z",
          new RunState.Ports(8080, 1, 2, 3, Map.of("ingest", 4), Map.of("ingest", 5)));

  @TempDir Path dir;

  @Test
  void whatIsWrittenIsRead() throws Exception {
    RunState state = STATE.with("ingest", new RunningProcess(7, 8)).ready();

    state.write(dir.resolve("run.json"));

    assertThat(RunState.read(dir.resolve("run.json"))).hasValue(state);
    assertThat(state.isReady()).isTrue();
    assertThat(state.options().toRunOptions().day()).hasToString("Optional[2026-05-12]");
  }

  @Test
  void aMissingOrTornFileIsNoState() throws Exception {
    assertThat(RunState.read(dir.resolve("run.json"))).isEmpty();
    Files.writeString(dir.resolve("run.json"), "{\"phase\":\"rea");
    assertThat(RunState.read(dir.resolve("run.json"))).isEmpty();
    Files.writeString(dir.resolve("run.json"), "");
    assertThat(RunState.read(dir.resolve("run.json"))).isEmpty();
  }

  @Test
  void aPidThatSomebodyElseGotIsNotOurs() {
    assertThat(SELF.find()).isPresent();
    assertThat(new RunningProcess(SELF.pid(), SELF.startedAt() - 60_000).find()).isEmpty();
    assertThat(STATE.launcherRuns()).isTrue();
    assertThat(STATE.with(RunState.LAUNCHER, new RunningProcess(SELF.pid(), 1)).launcherRuns())
        .isFalse();
  }

  @Test
  void leftoversAreEndedAndAReusedPidIsSpared() throws Exception {
    Process left = new ProcessBuilder("sleep", "60").start();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      RunState state =
          STATE
              .with("ingest", RunningProcess.of(left.toHandle()))
              .with("notify", new RunningProcess(stranger.pid(), 1));

      int ended = Leftovers.end(new DataDirectory(dir), java.util.Optional.of(state));

      assertThat(ended).isEqualTo(1);
      assertThat(left.isAlive()).isFalse();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      left.destroyForcibly();
      stranger.destroyForcibly();
    }
  }

  @Test
  void aChildThatNobodyWroteDownIsFoundByItsMark() throws Exception {
    DataDirectory data = new DataDirectory(dir);
    Process left =
        new ProcessBuilder("sh", "-c", "while :; do sleep 1; done", Leftovers.mark(data)).start();
    try {
      assertThat(Leftovers.end(data, java.util.Optional.empty())).isEqualTo(1);
      assertThat(left.isAlive()).isFalse();
    } finally {
      left.destroyForcibly();
    }
  }
}
