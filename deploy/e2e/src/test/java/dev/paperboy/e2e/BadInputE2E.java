package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody hears who asks for something that cannot be. */
class BadInputE2E {
  private LocalRun paperboy;

  @BeforeEach
  void newDataDirectory() throws Exception {
    paperboy = LocalRun.in("bad-input");
  }

  @AfterEach
  void stop() throws Exception {
    paperboy.close();
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Launched up = paperboy.up("--papers", "nowhere.jsonl");

    assertThat(up.exitCode()).isEqualTo(2);
    assertThat(up.output()).contains("--papers: there is no readable file", "nowhere.jsonl");
  }

  @Test
  void aWrongDateIsQuotedWithAnExample() throws Exception {
    Launched up = paperboy.up("--day", "12.5.2026");

    assertThat(up.exitCode()).isEqualTo(2);
    assertThat(up.output()).contains("--day wants a date such as", "«12.5.2026»");
  }

  @Test
  void aTakenPortIsNamedAndNothingStaysBehind() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(paperboy.port(), 1, InetAddress.getLoopbackAddress())) {
      Launched up = paperboy.up();

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.output())
          .contains("could not start")
          .contains(String.valueOf(taken.getLocalPort()));
      assertThat(paperboy.processes()).isEmpty();
    }
  }

  @Test
  void statusOfNothingIsUnhealthy() throws Exception {
    Launched status = paperboy.status();

    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(status.output()).path("healthy").asBoolean(true))
        .isFalse();
  }

  @Test
  void aDigestOfNothingSaysHowToStart() throws Exception {
    Launched digest = paperboy.digest();

    assertThat(digest.exitCode()).isEqualTo(1);
    assertThat(digest.output()).contains("start it with ./paperboy up");
  }
}
