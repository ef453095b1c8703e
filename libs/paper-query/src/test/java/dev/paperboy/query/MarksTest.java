package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
  private static final String TEXT =
      "Pre-training of Networks: a network's pretraining by Schrödinger in GPT-4 and deep sets.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network | Networks;network's",
        "pre-training | Pre-training;pretraining",
        "schrodinger -deep | Schrödinger",
        "\"deep sets\" OR \"sets deep\" | deep sets",
        "train* | training",
        "title:(deep gpt4) | GPT-4;deep",
        "~\"sets of\" | of;sets",
        "author:schrodinger | ''",
        "cat:deep | ''"
      })
  void whatIsFoundIsMarked(String query, String marked) {
    assertThat(
            PaperQuery.parse(query).marks(TEXT).stream()
                .map(mark -> TEXT.substring(mark.start(), mark.end())))
        .containsExactly(marked.isEmpty() ? new String[0] : marked.split(";"));
  }
}
