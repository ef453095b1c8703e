package dev.paperboy.ingest.attention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.Recorded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  /** A list of papers as Semantic Scholar gives it has the records that its other answers hold. */
  @Test
  void papersOfSemanticScholar() throws IOException {
    assertThat(Recorded.readAll("semantic-scholar", body -> outcome(papersOf(body))))
        .containsExactly(
            Map.entry("Author.json", "60 observations"),
            Map.entry("Citation.json", "1 observation"),
            Map.entry("Reference.json", "1 observation"));
  }

  private static Answer papersOf(InputStream body) throws IOException {
    JsonNode answer = new ObjectMapper().readTree(body);
    List<JsonNode> papers = new ArrayList<>();
    answer.path("papers").forEach(papers::add);
    for (String link : new String[] {"citingPaper", "citedPaper"}) {
      if (answer.has(link)) {
        papers.add(answer.path(link));
      }
    }
    List<PaperId> asked = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      asked.add(PaperId.parse("arxiv:2605.%05d".formatted(i)));
    }
    return SemanticScholarCitations.parse(
        new ByteArrayInputStream(papers.toString().getBytes(UTF_8)), asked, AT);
  }

  /** The answer of another API is refused, not misread. */
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
    assertThat(
            Recorded.readAll(
                "crossref", body -> outcome(SemanticScholarCitations.parse(body, List.of(), AT))))
        .isNotEmpty()
        .allSatisfy(
            (file, outcome) ->
                assertThat(outcome)
                    .isEqualTo("refused: the answer is JSON, but no list of papers"));
  }

  private static String outcome(Answer answer) {
    return Recorded.outcome(answer.observations(), answer.refusals())
        .replace(" papers", " observations")
        .replace(" paper", " observation");
  }
}
