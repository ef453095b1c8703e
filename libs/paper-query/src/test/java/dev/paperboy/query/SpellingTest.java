package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static String respelled(String query) throws IOException {
    try (TestIndex index =
        new TestIndex(
            TestIndex.paper("arxiv:1", "Transformers of language", "Attention in networks."),
            TestIndex.paper("arxiv:2", "Transformer networks", "They attend."))) {
      return index.reading(
          reader ->
              PaperQuery.parse(query).respelled(reader).map(PaperQuery::canonical).orElse(""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "transfromers, transformers",
    "lenguage transformer, language transformer",
    "title:netwroks -lenguage cat:cs.LG, title:networks -lenguage cat:cs.LG"
  })
  void theNearestWordThatPapersHave(String query, String expected) throws IOException {
    assertThat(respelled(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"transformers", "zebra", "\"transfromers of\"", "GPT-5", "author:lenguage"})
  void elseNothing(String query) throws IOException {
    assertThat(respelled(query)).isEmpty();
  }
}
