package dev.paperboy.ingest.arxiv;

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

class ApiParserTest {
  private static final String ENTRY =
      """
      <entry><id>http://arxiv.org/abs/2605.00001v2</id><title>A
        title</title><updated>2026-05-11T08:18:33Z</updated><summary> Text. </summary>
      <category term="cs.IT" scheme="x"/><category term="cs.CL" scheme="x"/>
      <published>2026-05-01T08:18:33Z</published><arxiv:comment>3 pages</arxiv:comment>
      <arxiv:primary_category term="cs.CL"/><arxiv:journal_ref>J. Specimen 1</arxiv:journal_ref>
      <author><name>Specimen Author 1</name><arxiv:affiliation>Somewhere</arxiv:affiliation></author>
      <author><name>Specimen Author 2</name></author></entry>
      """;

  @Test
  void readsAnEntryWithItsPrimaryCategoryFirst() throws IOException {
    ApiResponse response = parse(feed(ENTRY, 1));
    assertThat(response.total()).isEqualTo(1);
    assertThat(response.papers())
        .containsExactly(
            new Paper(
                PaperId.arxiv("2605.00001"),
                "arxiv",
                2,
                "A title",
                "Text.",
                List.of("Specimen Author 1", "Specimen Author 2"),
                List.of("cs.CL", "cs.IT"),
                "3 pages",
                "J. Specimen 1",
                null,
                null,
                LocalDate.parse("2026-05-01"),
                true,
                LocalDate.parse("2026-05-11"),
                false));
  }

  @Test
  void idsThatArxivDoesNotHaveAreAbsent() throws IOException {
    ApiResponse response = parse(feed("", 0));
    assertThat(response.papers()).isEmpty();
    assertThat(response.error()).isNull();
  }

  @Test
  void anErrorIsAnEntry() throws IOException {
    String error =
        "<entry><id>https://arxiv.org/api/errors#incorrect_id</id><title>Error</title><summary>incorrect id format for abc</summary></entry>";
    ApiResponse response = parse(feed(error, 1));
    assertThat(response.papers()).isEmpty();
    assertThat(response.error()).isEqualTo("incorrect id format for abc");
  }

  @Test
  void aBadEntryIsRefusedAndItsNeighbourIsRead() throws IOException {
    String bad = ENTRY.replace("2605.00001v2", "2605.00002v2").replace("summary>", "other>");
    ApiResponse response = parse(feed(bad + ENTRY, 2));
    assertThat(response.papers()).hasSize(1);
    assertThat(response.refusals())
        .extracting(r -> r.place() + ": " + r.reason())
        .containsExactly("http://arxiv.org/abs/2605.00002v2: summary is missing");
  }

  @Test
  void aCutOffAnswerFailsAsAWhole() {
    String whole = feed(ENTRY, 1);
    assertThatThrownBy(() -> parse(whole.substring(0, whole.length() - 9)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut off");
  }

  private static String feed(String entries, int total) {
    return "<feed xmlns:opensearch='http://a9.com/-/spec/opensearch/1.1/' xmlns:arxiv='http://arxiv.org/schemas/atom' xmlns='http://www.w3.org/2005/Atom'><id>x</id><title>q</title><updated>2026-05-12T00:00:00Z</updated><opensearch:totalResults>"
        + total
        + "</opensearch:totalResults>"
        + entries
        + "</feed>";
  }

  private static ApiResponse parse(String document) throws IOException {
    return ApiParser.parse(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }
}
