package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "7, 7",
    "0, 1",
    "-3, 1",
    "999, 40",
    "99999999999, 1",
    "two, 1",
    "'', 1",
    ", 1",
    "1e3, 1",
  })
  void readsWhateverIsInTheAddress(String text, int number) {
    assertThat(Pages.number(text)).isEqualTo(number);
  }

  @Test
  void theFirstOfOneLeadsNowhere() {
    Pages pages = Pages.at(1, 3, 3, n -> "/p" + n);
    assertThat(pages).isEqualTo(new Pages("1–3 of 3", null, null));
    assertThat(pages.several()).isFalse();
  }

  @Test
  void aMiddlePageLeadsBothWays() {
    assertThat(Pages.at(2, 25, 1412, n -> "/p" + n))
        .isEqualTo(new Pages("26–50 of 1,412", "/p1", "/p3"));
  }

  @Test
  void theLastPageLeadsBack() {
    assertThat(Pages.at(3, 10, 60, n -> "/p" + n)).isEqualTo(new Pages("51–60 of 60", "/p2", null));
    assertThat(Pages.at(Pages.LAST, 25, 5000, n -> "/p" + n).next()).isNull();
  }

  @Test
  void beyondTheEndLeadsBack() {
    assertThat(Pages.at(9, 0, 60, n -> "/p" + n)).isEqualTo(new Pages("60 in all", "/p8", null));
  }
}
