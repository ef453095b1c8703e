package dev.paperboy.ingest.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.ingest.Recorded;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttentionRecordedTest {
  private static final Instant AT = Instant.parse("2026-06-11T00:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-06-10");

  @Test
  void dailyPapers() throws IOException {
    Map<String, String> outcomes =
        Recorded.readAll("hf-daily", body -> outcome(HfDaily.parse(body, DAY, AT)));
    assertThat(outcomes)
        .containsEntry("2026-06-01.json.gz", "49 observations")
        .containsEntry("2026-06-02.json.gz", "47 observations")
        .containsEntry("2026-06-03.json.gz", "23 observations")
        .containsEntry("2026-06-04.json.gz", "33 observations")
        .containsEntry("2026-06-08.json.gz", "31 observations")
        .containsEntry("2026-06-09.json.gz", "38 observations")
        .containsEntry("2026-06-10.json.gz", "35 observations")
        .hasSize(8);
    assertThat(outcomes.get("broken-python-repr-2024-12-16.json"))
        .matches("refused: none of \\d+ records could be read: a record is no JSON object");
  }

  @Test
  void works() throws IOException {
    assertThat(Recorded.readAll("openalex", body -> outcome(OpenAlexCitations.parse(body, AT))))
        .containsExactly(Map.entry("openalex_search.json", "0 observations"));
  }

  /** These two have no reader: the answer of another API is refused, not misread. */
  @Test
  void answersOfOtherApisAreRefused() throws IOException {
    for (String folder : new String[] {"crossref", "semantic-scholar"}) {
      assertThat(Recorded.readAll(folder, body -> outcome(OpenAlexCitations.parse(body, AT))))
          .isNotEmpty()
          .allSatisfy(
              (file, outcome) ->
                  assertThat(outcome)
                      .isEqualTo("refused: the answer is JSON, but no list of works"));
    }
  }

  private static String outcome(Answer answer) {
    return Recorded.outcome(answer.observations(), answer.refusals())
        .replace(" papers", " observations")
        .replace(" paper", " observation");
  }
}
