package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.ingest.Recorded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every answer that was recorded of arXiv and of other OAI-PMH servers. */
class ArxivRecordedTest {
  @Test
  void oai() throws IOException {
    Map<String, String> outcomes = Recorded.readAll("oai", ArxivRecordedTest::oai);
    assertThat(outcomes)
        .containsExactly(
            Map.entry("arxiv-format/arxiv-physics-hep-ex.xml", "3 papers"),
            Map.entry("arxiv-format/arxiv-physics-hep-th.xml", "3 papers"),
            Map.entry("arxiv-format/arxiv-single.xml", "1 paper"),
            Map.entry("arxiv-format/sample_arxiv_record.xml", "12 papers"),
            Map.entry("arxiv-format/sample_arxiv_record0.xml", "1 paper"),
            Map.entry("arxiv-format/sample_arxiv_record1.xml", "1 paper"),
            Map.entry("arxiv-format/sample_arxiv_record2.xml", "1 paper"),
            Map.entry("arxiv-format/sample_arxiv_record4.xml", "1 paper"),
            Map.entry("arxiv-format/sample_arxiv_record8.xml", "1 paper"),
            Map.entry(
                "errors/00004.xml", "0 papers, 1 refused: hdl:1765/315: not an arXiv id: 1765/315"),
            Map.entry(
                "errors/00005.xml",
                "0 papers, 16 refused: hdl:1765/308: not an arXiv id: 1765/308"),
            Map.entry(
                "errors/Identify.xml",
                "refused: the answer is OAI-PMH, but holds neither records nor an error"),
            Map.entry(
                "errors/ListRecords.xml",
                "0 papers, 2 refused: oai:test.example.com:1585310: not an arXiv id: 1585310"),
            Map.entry(
                "errors/ListRecords2.xml",
                "0 papers, 2 refused: oai:test.example.com:1585310: not an arXiv id: 1585310"),
            Map.entry(
                "errors/ListRecords3.xml",
                "0 papers, 2 refused: oai:test.example.com:1585310: not an arXiv id: 1585310"),
            Map.entry(
                "errors/ListRecords4.xml",
                "0 papers, 2 refused: record without identifier: identifier is missing"),
            Map.entry(
                "errors/ListSets.xml",
                "refused: the answer is OAI-PMH, but holds neither records nor an error"),
            Map.entry("errors/badArgument.xml", "says badArgument: "),
            Map.entry(
                "errors/badResumptionToken.xml",
                "says badResumptionToken: This resumptionToken is invalid"),
            Map.entry("errors/cannotDisseminateFormat.xml", "says cannotDisseminateFormat: "),
            Map.entry(
                "errors/idDoesNotExist.xml",
                "says idDoesNotExist: oai:lcoa1.loc.gov:loc.rbc/rbpe.00000111 has the structure of a valid LOC identifier, but it maps to no known item"),
            Map.entry("errors/noRecordsMatch.xml", "says noRecordsMatch: "),
            Map.entry(
                "errors/noSetHierarchy.xml",
                "says noSetHierarchy: This repository does not support sets"),
            Map.entry("errors/undefinedError.xml", "says undefinedError: "),
            Map.entry("harvest-2023-03-07/get-record.xml", "1 paper"),
            Map.entry("harvest-2023-03-07/page-1.xml.gz", "1000 papers"),
            Map.entry("harvest-2023-03-07/page-2.xml.gz", "1000 papers"),
            Map.entry("harvest-2023-03-07/page-3.xml.gz", "265 papers"));
  }

  @Test
  void api() throws IOException {
    Map<String, String> outcomes = Recorded.readAll("arxiv-api", ArxivRecordedTest::api);
    assertThat(outcomes)
        .containsExactly(
            Map.entry("id_0000.0000_s0_m100_8b51d9633a68.json", "0 papers"),
            Map.entry("id_0808.05394_1707.08567_s0_m100_42e5aa0ec3af.json", "1 paper"),
            Map.entry("id_0808.05394_s0_m100_7b0c7d0a7cdd.json", "0 papers"),
            Map.entry("id_1605.08386_s0_m100_199195aa31ad.json", "1 paper"),
            Map.entry("id_1707.08567_s0_m100_6a1afebfc6a3.json", "1 paper"),
            Map.entry("id_2104.12255v1_s0_m100_6ae69987ffe1.json", "1 paper"),
            Map.entry(
                "id_abc_s0_m100_b79c8dcf6bc3.json", "HTTP 400, says: incorrect id format for abc"),
            Map.entry("id_astro-ph_0601001_s0_m100_3150dca9dc76.json", "1 paper"),
            Map.entry("id_quant-ph_0201082v1_s0_m100_86989fe779ef.json", "1 paper"),
            Map.entry("q_testing_s0_m100_cfe7536492ca.json", "100 papers"),
            Map.entry("q_testing_s0_m10_bc5a6c384fe9.json", "10 papers"),
            Map.entry("q_testing_s0_m15_80c242b59d59.json", "15 papers"),
            Map.entry("q_testing_s10_m10_34e56e15aaac.json", "10 papers"),
            Map.entry("q_testing_s20_m10_348a237fecab.json", "10 papers"),
            Map.entry("q_testing_s30_m10_f2e39f0143dc.json", "10 papers"),
            Map.entry("q_testing_s40_m10_96dd32eb854c.json", "10 papers"),
            Map.entry("q_testing_s50_m10_7f488ab8598c.json", "10 papers"),
            Map.entry("q_testing_s5_m10_c0e94a259d4a.json", "10 papers"),
            Map.entry("q_testing_s5_m15_bbcf6b23085b.json", "15 papers"),
            Map.entry("q_testing_s9_m15_0b78d4b4d476.json", "15 papers"));
  }

  @Test
  void listing() throws IOException {
    Map<String, String> outcomes = Recorded.readAll("arxiv-rss", ArxivRecordedTest::listing);
    assertThat(outcomes).containsExactly(Map.entry("cs.AI.atom.xml", "2025-08-20: 7 papers"));
  }

  private static String oai(InputStream body) throws IOException {
    OaiResponse response = OaiParser.parse(body);
    if (response.error() != null) {
      return "says " + response.error() + ": " + response.errorText();
    }
    String outcome = Recorded.outcome(response.papers(), response.refusals());
    return response.deleted().isEmpty()
        ? outcome
        : outcome + ", " + response.deleted().size() + " deleted";
  }

  /** These were recorded as JSON: url, status and body. */
  private static String api(InputStream recording) throws IOException {
    JsonNode json = new ObjectMapper().readTree(recording);
    ApiResponse response =
        ApiParser.parse(new ByteArrayInputStream(json.path("body").asText().getBytes(UTF_8)));
    return response.error() != null
        ? "HTTP %d, says: %s".formatted(json.path("status_code").asInt(), response.error())
        : Recorded.outcome(response.papers(), response.refusals());
  }

  private static String listing(InputStream body) throws IOException {
    Listing listing = ListingParser.parse(body);
    return listing.day() + ": " + Recorded.outcome(listing.items(), listing.refusals());
  }
}
