package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

  @ParameterizedTest
  @CsvSource({
    "200, transfromers, transformers",
    "30, transfromers, ''",
  })
  void aFarCommonerWordThanOneThatWasMistypedElsewhere(int papers, String query, String expected)
      throws IOException {
    List<PaperText> all = new ArrayList<>();
    all.add(TestIndex.paper("arxiv:0", "Transfromers of language", "A mistake."));
    for (int i = 1; i <= papers; i++) {
      all.add(TestIndex.paper("arxiv:" + i, "Transformers of language", "No mistake."));
    }
    try (TestIndex index = new TestIndex(all)) {
      assertThat(
              index.<String>reading(
                  reader ->
                      PaperQuery.parse(query)
                          .respelled(reader)
                          .map(PaperQuery::canonical)
                          .orElse("")))
          .isEqualTo(expected);
    }
  }
}
