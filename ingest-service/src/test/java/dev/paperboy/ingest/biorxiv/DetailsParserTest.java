package dev.paperboy.ingest.biorxiv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsParserTest {
  private static final String RECORD =
      """
      {"title":"A  title","authors":"Author, S. 1.; Specimen Consortium","doi":"10.1101/2026.04.30.123456",
       "date":"2026-05-12","version":"2","type":"new results","license":"cc_by","category":"cell biology",
       "abstract":"Text.\\n\\nMore.","published":"10.1000/x","server":"bioRxiv"}
      """;

  @Test
  void readsARecord() throws IOException {
    assertThat(parse(page(RECORD, 0, 1)).papers())
        .containsExactly(
            new Paper(
                PaperId.parse("biorxiv:10.1101/2026.04.30.123456"),
                "biorxiv",
                2,
                "A title",
                "Text. More.",
                List.of("S. 1. Author", "Specimen Consortium"),
                List.of("biorxiv.cell-biology"),
                null,
                null,
                "10.1000/x",
                "http://creativecommons.org/licenses/by/4.0/",
                LocalDate.parse("2026-04-30"),
                true,
                LocalDate.parse("2026-05-12"),
                false));
  }

  @Test
  void aWithdrawnTypeIsAWithdrawal() throws IOException {
    assertThat(parse(page(RECORD.replace("new results", "WITHDRAWN"), 0, 1)).papers())
        .extracting(Paper::withdrawn)
        .containsExactly(true);
  }

  @Test
  void whatIsNotToldStaysUnknown() throws IOException {
    String record =
        RECORD
            .replace("\"cc_by\"", "\"cc_no\"")
            .replace("10.1000/x", "NA")
            .replace("10.1101/2026.04.30.123456", "10.1101/029900")
            .replace("cell biology", "");
    Paper paper = parse(page(record, 0, 1)).papers().getFirst();
    assertThat(paper.license()).isNull();
    assertThat(paper.doi()).isNull();
    assertThat(paper.submitted()).isNull();
    assertThat(paper.categories()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"version\":\"2\"', '\"version\":\"0\"', version is «0»",
    "'\"abstract\":', '\"x\":', abstract is missing",
    "'2026-05-12', 'yesterday', 'date is «yesterday», not YYYY-MM-DD'",
    "'A  title', ' ', title is blank",
  })
  void aBadRecordIsRefusedAndItsNeighbourIsRead(String good, String bad, String reason)
      throws IOException {
    Details page = parse(page(RECORD.replace(good, bad) + "," + RECORD, 0, 2));
    assertThat(page.papers()).hasSize(1);
    assertThat(page.refusals())
        .extracting(r -> r.place() + ": " + r.reason())
        .containsExactly("10.1101/2026.04.30.123456: " + reason);
    assertThat(page.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, -1", "0, 2, 1", "1, 2, -1", "100, 230, 101"})
  void tellsWhereTheNextPageBegins(int cursor, int total, int next) throws IOException {
    assertThat(parse(page(RECORD, cursor, total)).next()).isEqualTo(next);
  }

  @Test
  void aDayWithoutPostsIsNoError() throws IOException {
    Details none = parse("{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}");
    assertThat(none.papers()).isEmpty();
    assertThat(none.next()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"messages\":[{\"status\":\"Error\"}]}', the details API says «Error»",
    "'{\"a\":1}', 'the answer is JSON, but no page of the details API'",
    "'[]', 'the answer is JSON, but no page of the details API'",
  })
  void anotherAnswerIsRefusedAsAWhole(String answer, String message) {
    assertThatThrownBy(() -> parse(answer)).isInstanceOf(IOException.class).hasMessage(message);
  }

  @Test
  void aCutOffAnswerIsRefusedAsAWhole() {
    String whole = page(RECORD, 0, 1);
    assertThatThrownBy(() -> parse(whole.substring(0, whole.length() / 2)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the answer is not JSON, or was cut off");
  }

  private static String page(String records, int cursor, int total) {
    return """
        {"messages":[{"status":"ok","cursor":%d,"count":1,"total":"%d"}],"collection":[%s]}
        """
        .formatted(cursor, total, records);
  }

  private static Details parse(String answer) throws IOException {
    return DetailsParser.parse(new ByteArrayInputStream(answer.getBytes(UTF_8)));
  }
}
