package dev.paperboy.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {
  @ParameterizedTest
  @CsvSource({
    "2405.14906, arxiv:2405.14906",
    "2405.14906v3, arxiv:2405.14906",
    "0704.0001, arxiv:0704.0001",
    "arXiv:1501.00001v12, arxiv:1501.00001",
    "' 2405.14906 ', arxiv:2405.14906",
    "hep-th/9901001, arxiv:hep-th/9901001",
    "hep-th/9901001v2, arxiv:hep-th/9901001",
    "math.GT/0309136, arxiv:math/0309136",
    "cond-mat.mes-hall/9912001, ",
  })
  void readsArxivIds(String text, String expected) {
    if (expected == null) {
      assertThrows(IllegalArgumentException.class, () -> PaperId.arxiv(text));
    } else {
      assertEquals(expected, PaperId.arxiv(text).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2405", "2405.149066666", "hep-th/99", "x y", "2405.14906w1"})
  void refusesWhatIsNoArxivId(String text) {
    assertThrows(IllegalArgumentException.class, () -> PaperId.arxiv(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"arxiv:2405.14906", "arxiv:hep-th/9901001", "biorxiv:10.1101/2024.01.02.573912"})
  void writtenFormSurvivesReading(String text) {
    assertEquals(text, PaperId.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "arxiv:", ":2405", "arXiv:1", "arxiv:a b", "plain", "arxiv:a\u0000b"})
  void refusesWhatIsNoWrittenForm(String text) {
    assertThrows(IllegalArgumentException.class, () -> PaperId.parse(text));
  }
}
