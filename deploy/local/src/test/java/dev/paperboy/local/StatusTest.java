package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTest {
  private static final Status.Part GATEWAY =
      new Status.Part("gateway", true, "http://localhost:8080/", 0);

  @Test
  void theJsonHasItsPublishedShape() throws Exception {
    Status status =
        new Status(
            Map.of("announced", 1412L, "mails_sent", 2L, "something_else", 9L),
            List.of(GATEWAY, new Status.Part("classify", false, "does not answer", 512)),
            7);

    assertThat(json(status))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"healthy": false,
                     "counters": {"announced": 1412, "refused": 0, "classified": 0, "shelved": 0,
                                  "subscribers": 0, "digests": 0, "mails_sent": 2, "dead_letters": 0},
                     "parts": {"gateway": {"healthy": true, "detail": "http://localhost:8080/"},
                               "classify": {"healthy": false, "detail": "does not answer"}},
                     "oldestUnprocessedSeconds": 7,
                     "rssMiB": {"classify": 512}}
                    """));
  }

  @Test
  void nothingRunningIsNotHealthyAndHasTheSameShape() throws Exception {
    JsonNode json = json(Status.nothing());

    assertThat(json.path("healthy").asBoolean()).isFalse();
    assertThat(json.path("counters").size()).isEqualTo(8);
    assertThat(json.path("parts").isEmpty()).isTrue();
  }

  @Test
  void allPartsWellIsHealthy() {
    assertThat(new Status(Map.of(), List.of(GATEWAY), 0).healthy()).isTrue();
  }

  @Test
  void theTableNamesEveryPartAndCounter() {
    assertThat(new Status(Map.of("announced", 1412L), List.of(GATEWAY), 3).table())
        .contains("gateway", "ok", "http://localhost:8080/", "1,412", "mails sent", "3 s");
  }

  private static JsonNode json(Status status) throws Exception {
    return new JsonMapper().readTree(status.json());
  }
}
