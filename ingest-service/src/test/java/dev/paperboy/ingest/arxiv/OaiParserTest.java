package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OaiParserTest {
  private static final Path RECORDED = Path.of("../../shared/data/protocol/oai");

  @Test
  void readsTheArxivFormat() throws IOException {
    Paper paper =
        parse(
                record(
                    "2605.00001",
                    """
                    <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2605.00001</id><created>2026-05-10</created>
                    <authors><author><keyname>Author 1</keyname><forenames>Specimen</forenames><suffix>Jr.</suffix></author>
                    <author><keyname>Specimen Collaboration</keyname></author></authors>
                    <title>A  title
                      over lines</title><categories>math.AG hep-th</categories><comments>3 pages</comments>
                    <doi>10.1000/x</doi><license>http://example.org/l</license><abstract> Text &amp; more. </abstract></arXiv>"""))
            .papers()
            .getFirst();
    assertThat(paper)
        .isEqualTo(
            new Paper(
                PaperId.arxiv("2605.00001"),
                "arxiv",
                null,
                "A title over lines",
                "Text & more.",
                List.of("Specimen Author 1 Jr.", "Specimen Collaboration"),
                List.of("math.AG", "hep-th"),
                "3 pages",
                null,
                "10.1000/x",
                "http://example.org/l",
                LocalDate.parse("2026-05-10"),
                false,
                LocalDate.parse("2026-05-12"),
                false));
  }

  @Test
  void readsTheRawFormatWithItsVersions() throws IOException {
    Paper paper =
        parse(
                record(
                    "hep-th/9901001",
                    """
                    <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>hep-th/9901001</id><submitter>Specimen Author 1</submitter>
                    <version version="v1"><date>Fri, 1 Jan 1999 12:00:00 GMT</date><size>9kb</size><source_type>D</source_type></version>
                    <version version="v2"><date>Tue, 12 May 2026 08:00:00 GMT</date><size>10kb</size></version>
                    <title>T</title><authors>Specimen Author 1 (Somewhere), Specimen Author 2</authors>
                    <categories>hep-th</categories><abstract>A</abstract></arXivRaw>"""))
            .papers()
            .getFirst();
    assertThat(paper.version()).isEqualTo(2);
    assertThat(paper.revised()).isTrue();
    assertThat(paper.submitted()).isEqualTo(LocalDate.parse("1999-01-01"));
    assertThat(paper.authors()).containsExactly("Specimen Author 1", "Specimen Author 2");
  }

  @Test
  void readsDublinCore() throws IOException {
    Paper paper =
        parse(
                record(
                    "2605.00001",
                    """
                    <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <dc:title>T</dc:title><dc:creator>Author 1, Specimen</dc:creator>
                    <dc:subject>Mathematics - Logic</dc:subject><dc:subject>03B05</dc:subject><dc:subject>Quantum Physics</dc:subject>
                    <dc:description>The abstract.</dc:description><dc:description>Comment: 3 pages</dc:description>
                    <dc:date>2026-05-01</dc:date><dc:date>2026-05-11</dc:date><dc:type>text</dc:type></oai_dc:dc>"""))
            .papers()
            .getFirst();
    assertThat(paper.authors()).containsExactly("Specimen Author 1");
    assertThat(paper.categories()).containsExactly("math.LO", "quant-ph");
    assertThat(paper.abstractText()).isEqualTo("The abstract.");
    assertThat(paper.comments()).isEqualTo("3 pages");
    assertThat(paper.revised()).isTrue();
  }

  @Test
  void aBadRecordIsRefusedAndItsNeighboursAreRead() throws IOException {
    OaiResponse response =
        parse(
            record("2605.00001", "<arXiv><title>T</title></arXiv>")
                + record("nonsense", "<arXiv><title>T</title><abstract>A</abstract></arXiv>")
                + "<record><header status='deleted'><identifier>oai:arXiv.org:2605.00009</identifier></header></record>"
                + record("2605.00002", "<arXiv><title>T</title><abstract>A</abstract></arXiv>"));
    assertThat(response.papers()).extracting(p -> p.id().local()).containsExactly("2605.00002");
    assertThat(response.deleted()).containsExactly(PaperId.arxiv("2605.00009"));
    assertThat(response.refusals())
        .extracting(refusal -> refusal.place() + ": " + refusal.reason())
        .containsExactly(
            "oai:arXiv.org:2605.00001: abstract is missing",
            "oai:arXiv.org:nonsense: not an arXiv id: nonsense");
  }

  @Test
  void aCutOffAnswerFailsAsAWhole() {
    String whole =
        envelope(record("2605.00001", "<arXiv><title>T</title><abstract>A</abstract></arXiv>"));
    for (int cut = whole.length() - 1; cut > 0; cut -= 37) {
      String part = whole.substring(0, cut);
      assertThatThrownBy(() -> OaiParser.parse(stream(part)))
          .as("cut at %d", cut)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anEntityIsNeitherExpandedNorFetched() throws IOException {
    try (ServerSocket canary = new ServerSocket(0)) {
      canary.setSoTimeout(200);
      String hostile =
          "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY net SYSTEM 'http://127.0.0.1:%d/'>]>"
                  .formatted(canary.getLocalPort())
              + envelope(
                  record(
                      "2605.00001",
                      "<arXiv><title>T&file;&net;</title><abstract>A</abstract></arXiv>"));
      try {
        assertThat(OaiParser.parse(stream(hostile)).papers())
            .allSatisfy(paper -> assertThat(paper.title()).doesNotContain("root:"));
      } catch (IOException refused) {
        assertThat(refused).hasMessageContaining("well-formed");
      }
      assertThatThrownBy(canary::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void xmlThatIsNoOaiIsRefused() {
    assertThatThrownBy(() -> OaiParser.parse(stream("<html><body>Sorry</body></html>")))
        .hasMessageContaining("no OAI-PMH");
  }

  @Test
  void anotherVerbsAnswerIsNoEmptyList() {
    assertThatThrownBy(() -> OaiParser.parse(stream(envelope("<ListSets><set/></ListSets>"))))
        .isInstanceOf(IOException.class)
        .hasMessage("the answer is OAI-PMH, but holds neither records nor an error");
  }

  @Test
  void authorsThatAreCutOffFailAsAWhole() {
    String whole =
        envelope(
            "<ListRecords>"
                + record("2605.00001", "<arXivRaw><authors>Specimen Author 1, Specimen"));
    String part = whole.substring(0, whole.indexOf("Author 1"));
    assertThatThrownBy(() -> OaiParser.parse(stream(part)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut off");
  }

  @ParameterizedTest
  @CsvSource({"noRecordsMatch", "badResumptionToken", "badArgument", "cannotDisseminateFormat"})
  void errorsOfTheProtocolAreToldByCode(String code) throws IOException {
    OaiResponse response =
        OaiParser.parse(stream(envelope("<error code='" + code + "'>why</error>")));
    assertThat(response.error()).isEqualTo(code);
    assertThat(response.errorText()).isEqualTo("why");
  }

  @Test
  void theRecordedHarvestIsReadWhole() throws IOException {
    Path harvest = RECORDED.resolve("harvest-2023-03-07");
    assumeTrue(
        Files.isDirectory(harvest),
        "SKIPPED: the recorded harvest is not beside this checkout: " + harvest);
    List<Paper> papers = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(harvest.resolve("page-" + page + ".xml.gz")))) {
        OaiResponse response = OaiParser.parse(in);
        assertThat(response.refusals()).isEmpty();
        assertThat(response.completeListSize()).isEqualTo(2265);
        papers.addAll(response.papers());
        tokens.add(response.resumptionToken());
      }
    }
    assertThat(papers).hasSize(2265);
    assertThat(papers.stream().map(Paper::id).distinct()).hasSize(2265);
    assertThat(papers).allSatisfy(paper -> assertThat(paper.categories()).isNotEmpty());
    assertThat(tokens).containsExactly("6511260|1001", "6511260|2001", null);
  }

  private static OaiResponse parse(String records) throws IOException {
    return OaiParser.parse(stream(envelope("<ListRecords>" + records + "</ListRecords>")));
  }

  private static String record(String id, String metadata) {
    return "<record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>2026-05-12</datestamp><setSpec>math</setSpec></header><metadata>%s</metadata></record>"
        .formatted(id, metadata);
  }

  private static String envelope(String content) {
    return "<?xml version='1.0' encoding='UTF-8'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><responseDate>2026-05-12T23:00:00Z</responseDate><request verb='ListRecords'>x</request>"
        + content
        + "</OAI-PMH>";
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
