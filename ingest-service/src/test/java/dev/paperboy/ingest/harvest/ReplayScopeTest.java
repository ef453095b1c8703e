package dev.paperboy.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayScopeTest {
  @Test
  void withoutParametersItIsAll() {
    assertThat(ReplayScope.of(null, "", " ").isAll()).isTrue();
    assertThat(ReplayScope.ALL.keys()).isNull();
  }

  @Test
  void readsDaysAndIds() {
    ReplayScope scope =
        ReplayScope.of(
            "2026-05-11", "2026-05-12", "2605.00001v2, arxiv:hep-th/9901001,biorxiv:10.1101/1");
    assertThat(scope.from()).isEqualTo(LocalDate.parse("2026-05-11"));
    assertThat(scope.until()).isEqualTo(LocalDate.parse("2026-05-12"));
    assertThat(scope.keys())
        .containsExactly("arxiv:2605.00001", "arxiv:hep-th/9901001", "biorxiv:10.1101/1");
    assertThat(scope.isAll()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, , , 'from is «yesterday», not YYYY-MM-DD'",
    "2026-05-12, 2026-05-11, , until is before from",
    ", , nonsense, not an arXiv id: nonsense",
  })
  void saysWhatIsWrong(String from, String until, String ids, String message) {
    assertThatThrownBy(() -> ReplayScope.of(from, until, ids)).hasMessage(message);
  }
}
