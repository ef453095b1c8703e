package dev.paperboy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** A bench that measures one second, or fails where there is an error. */
  private record Instant(IOException error) implements Bench {
    @Override
    public String name() {
      return "instant";
    }

    @Override
    public String about() {
      return "nothing much";
    }

    @Override
    public List<Figure> run(BenchOptions options, Progress progress) throws IOException {
      progress.say("measuring");
      if (error != null) {
        throw error;
      }
      return List.of(Figure.of("time", 1, "s"));
    }
  }

  private int run(Bench bench, String... words) {
    return Main.run(
        List.of(words),
        List.of(bench),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }

  @Test
  void unknownNameListsTheBenches() {
    assertThat(run(new Instant(null), "warp")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("no bench «warp»").contains("instant   nothing much");
    assertThat(out.size()).isZero();
  }

  @Test
  void noNameIsAWrongCommandLine() {
    assertThat(run(new Instant(null))).isEqualTo(2);
  }

  @Test
  void countMustBeANumberOfPapers() {
    assertThat(run(new Instant(null), "instant", "--count", "0")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--count wants a number of papers, not «0»");
  }

  @Test
  void reportAloneGoesToTheStandardOutput() {
    assertThat(run(new Instant(null), "instant", "--json")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("{").doesNotContain("measuring");
    assertThat(err.toString(UTF_8)).contains("measuring");
  }

  @Test
  void failureSaysWhyAndReportsNothing() {
    assertThat(run(new Instant(new IOException("no broker")), "instant")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("The bench instant failed: no broker");
    assertThat(out.size()).isZero();
  }
}
