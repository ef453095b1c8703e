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

  @ParameterizedTest
  @CsvSource({
    "https://arxiv.org/abs/2405.14906, arxiv:2405.14906",
    "https://arxiv.org/abs/2405.14906v3, arxiv:2405.14906",
    "http://www.arxiv.org/abs/2405.14906?context=cs, arxiv:2405.14906",
    "https://arxiv.org/pdf/2405.14906, arxiv:2405.14906",
    "https://arxiv.org/pdf/2405.14906v2.pdf, arxiv:2405.14906",
    "https://arxiv.org/html/2405.14906v1#S3, arxiv:2405.14906",
    "https://export.arxiv.org/abs/0704.0001, arxiv:0704.0001",
    "arxiv.org/abs/hep-th/9901001, arxiv:hep-th/9901001",
    "https://arxiv.org/pdf/math.GT/0309136v1, arxiv:math/0309136",
    "https://doi.org/10.48550/arXiv.2405.14906, arxiv:2405.14906",
    "https://doi.org/10.48550/arxiv.2405.14906, arxiv:2405.14906",
    "10.48550/arXiv.hep-th/9901001, arxiv:hep-th/9901001",
    "see arXiv:2405.14906v2 [cs.CL], arxiv:2405.14906",
    "https://huggingface.co/papers/2405.14906, arxiv:2405.14906",
    "https://www.alphaxiv.org/abs/2405.14906v1, arxiv:2405.14906",
    "https://www.biorxiv.org/content/10.1101/2024.01.02.573912v1, biorxiv:10.1101/2024.01.02.573912",
    "https://www.biorxiv.org/content/10.1101/2024.01.02.573912v2.full.pdf, biorxiv:10.1101/2024.01.02.573912",
    "https://www.medrxiv.org/content/10.1101/2024.01.03.24300762v1.full-text, medrxiv:10.1101/2024.01.03.24300762",
    "https://www.biorxiv.org/content/early/2024/12/16/029900.source.xml, ",
    "https://www.biorxiv.org/content/10.1101/029900v3, biorxiv:10.1101/029900",
    "https://arxiv.org/list/cs.CL/new, ",
    "https://arxiv.org/abs/24051.4906, ",
    "https://arxiv.org/abs/2405.149061, ",
    "https://notarxiv.org/abs/2405.14906, ",
    "https://doi.org/10.1101/2024.01.02.573912, ",
    "https://example.org/2405.14906, ",
    "'', ",
  })
  void findsThePaperThatAReferenceSpeaksOf(String reference, String expected) {
    assertEquals(expected, PaperId.find(reference).map(PaperId::toString).orElse(null));
  }
}
