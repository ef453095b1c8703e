package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static PaperQuery q(String text) {
    return PaperQuery.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', cat:cs.LG, cat:cs.LG",
    "ice, topic:rain, ice topic:rain",
    "ice OR rain, cat:cs, (ice OR rain) cat:cs",
    "ice -rain, since:2026-05-01 until:2026-05-31, ice -rain since:2026-05-01 until:2026-05-31"
  })
  void whatIsAddedCanBeTakenOutAgain(String query, String more, String both) {
    PaperQuery together = q(query).and(q(more)).orElseThrow();
    assertThat(together).hasToString(both);
    assertThat(together.has(q(more))).isTrue();
    assertThat(q(query).has(q(more))).isFalse();
    assertThat(together.without(q(more))).isEqualTo(q(query));
  }

  @Test
  void nothingIsAddedBeyondTheLimits() {
    assertThat(q("x ".repeat(64)).and(q("cat:cs"))).isEmpty();
  }

  @Test
  void plainWordsComeApartFromConditions() {
    PlainQuery plain =
        q("deep sets cat:cs.LG -survey (cat:math OR since:7d)").plain().orElseThrow();
    assertThat(plain.words()).containsExactly("deep", "sets");
    assertThat(plain.rest()).hasToString("cat:cs.LG -survey (cat:math OR since:7d)");
    assertThat(q("ice").plain().orElseThrow()).isEqualTo(new PlainQuery(List.of("ice"), q("")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cat:cs",
        "\"deep sets\"",
        "deep OR sets",
        "deep*",
        "title:deep",
        "deep ~\"sets of\""
      })
  void whatSaysMoreAboutTheTextIsNotPlain(String query) {
    assertThat(q(query).plain()).isEmpty();
  }
}
