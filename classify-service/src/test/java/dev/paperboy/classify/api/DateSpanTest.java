package dev.paperboy.classify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSpanTest {
  @ParameterizedTest
  @CsvSource({
    "2026-05-12, , , 2026-05-12, 2026-05-12",
    ", 2026-W20, , 2026-05-11, 2026-05-17",
    ", 2026-W01, , 2025-12-29, 2026-01-04",
    ", , 2026-02, 2026-02-01, 2026-02-28",
  })
  void readsDaysWeeksAndMonths(
      String day, String week, String month, LocalDate first, LocalDate last) {
    assertThat(DateSpan.of(day, week, month)).contains(new DateSpan(first, last));
  }

  @Test
  void nothingIsNoSpan() {
    assertThat(DateSpan.of(null, null, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-13-01, ,", ", 2026-W54,", ", 2026-20,", ", , May"})
  void whatIsNoneIsRefused(String day, String week, String month) {
    assertThatThrownBy(() -> DateSpan.of(day, week, month)).isInstanceOf(DateTimeException.class);
  }
}
