package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SupervisedTest {
  private final BlockingQueue<Process> started = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  @Test
  void aKilledChildIsStartedAgainAndAStoppedOneIsNot() throws Exception {
    Supervised sleeper =
        new Supervised(
            "sleeper",
            () -> Child.of(new ProcessBuilder("sleep", "60").start(), Duration.ofSeconds(5)),
            started::add,
            said::add);
    sleeper.start();
    Process first = started.take();

    first.destroyForcibly();
    Process second = started.poll(10, TimeUnit.SECONDS);

    assertThat(second).isNotNull();
    assertThat(said.take()).isEqualTo("sleeper died (exit code 137); next try in 1 s");
    assertThat(sleeper.deaths()).isEqualTo(1);
    sleeper.close();
    assertThat(second.isAlive()).isFalse();
    assertThat(started).isEmpty();
  }
}
