package dev.paperboy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Report REPORT =
      new Report(
          "chain",
          "2 cores",
          List.of(
              Figure.of("ingest", 1234.5678, "papers/s").beside("decode", 20_000).beside("acks", 9),
              Figure.of("ratio", 0.8714, "").atLeast(0.9)));

  @Test
  void jsonIsOneObjectWithAllFields() throws Exception {
    ObjectMapper json = new ObjectMapper();

    assertThat(json.readTree(REPORT.json()))
        .isEqualTo(
            json.readTree(
                """
                {"bench": "chain", "machine": "2 cores", "figures": [
                  {"name": "ingest", "value": 1234.568, "unit": "papers/s", "goal": null, "met": null,
                   "baselines": {"decode": 20000.0, "acks": 9.0}},
                  {"name": "ratio", "value": 0.871, "unit": "", "goal": 0.9, "met": false,
                   "baselines": {}}]}
                """));
  }

  @Test
  void textIsATableWithNumbersToTheRight() {
    assertThat(REPORT.text())
        .isEqualTo(
            """
            chain on 2 cores

              figure  value  unit      goal     met  baselines
              ingest  1,235  papers/s                decode 20,000; acks 9.00
              ratio   0.871            ≥ 0.900  NO""");
  }
}
