package dev.paperboy.ingest.attention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.events.PaperId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers have the shape that the documentation of {@code /graph/v1/paper/batch} shows. */
class SemanticScholarCitationsTest {
  private static final Instant AT = Instant.parse("2026-05-12T14:00:00Z");
  private static final PaperId ONE = PaperId.parse("arxiv:2605.00001");
  private static final PaperId TWO = PaperId.parse("arxiv:hep-th/9901001");

  @Test
  void recordsAreOfThePapersInTheirOrderAndNullIsNotKnown() throws IOException {
    Answer answer =
        parse(
            "[null,{\"paperId\":\"f712\",\"citationCount\":61,\"influentialCitationCount\":7}]",
            ONE,
            TWO);
    assertThat(answer.observations())
        .containsExactly(Observation.citations("semantic-scholar", TWO, AT, 61, 7));
    assertThat(answer.refusals()).isEmpty();
  }

  @Test
  void aBadRecordIsRefusedByItsPaperAndItsNeighbourIsRead() throws IOException {
    Answer answer =
        parse(
            "[{\"citationCount\":-1},{\"citationCount\":3,\"influentialCitationCount\":null}]",
            ONE,
            TWO);
    assertThat(answer.observations())
        .containsExactly(Observation.citations("semantic-scholar", TWO, AT, 3, null));
    assertThat(answer.refusals())
        .extracting(r -> r.place() + ": " + r.reason())
        .containsExactly("arxiv:2605.00001: citationCount is «-1», no count");
  }

  @Test
  void aPageOfPapersThatItDoesNotKnowYetIsNoError() throws IOException {
    assertThat(parse("[null]", ONE).observations()).isEmpty();
    assertThat(parse("{\"error\":\"No valid paper ids given\"}", ONE).observations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 0 records came for 1 papers; which is whose can't be told",
        "[null,null] | 2 records came for 1 papers; which is whose can't be told",
        "[{\"paperId\":\"f712\"}] | none of 1 records could be read: citationCount is missing",
        "[7] | none of 1 records could be read: citationCount is missing",
        "{\"error\":\"Unrecognized or unsupported fields: [x]\"}"
            + " | Semantic Scholar says: Unrecognized or unsupported fields: [x]",
        "{\"message\":\"Forbidden\"} | Semantic Scholar says: Forbidden",
        "{\"data\":[]} | the answer is JSON, but no list of papers",
      })
  void anotherAnswerIsRefusedAsAWhole(String body, String message) {
    assertThatThrownBy(() -> parse(body, ONE)).isInstanceOf(IOException.class).hasMessage(message);
  }

  private static Answer parse(String body, PaperId... papers) throws IOException {
    return SemanticScholarCitations.parse(
        new ByteArrayInputStream(body.getBytes(UTF_8)), List.of(papers), AT);
  }
}
