package dev.paperboy.classify.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void leadsOn() {
    assertThat(Cursor.offset("a", Cursor.behind("a", 25, 25, 60))).contains(50);
    assertThat(Cursor.offset("a", null)).contains(0);
  }

  @Test
  void endsWithTheListAndWithWhatMayBeAsked() {
    assertThat(Cursor.behind("a", 50, 10, 60)).isNull();
    assertThat(Cursor.behind("a", 60, 0, 60)).isNull();
    assertThat(Cursor.behind("a", 975, 25, 5_000)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%%%", "MTo5Nzo5OTk5OTk5OTk", "1:97:5"})
  void whatIsNoneIsRefused(String written) {
    assertThat(Cursor.offset("a", written)).isEmpty();
  }

  @Test
  void anotherListsIsRefused() {
    assertThat(Cursor.offset("b", Cursor.behind("a", 0, 25, 60))).isEmpty();
  }
}
