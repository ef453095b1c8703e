package dev.paperboy.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterNameTest {
  private static FilterName name(String typed) {
    return FilterName.of(typed, "", List.of("My papers"));
  }

  @Test
  void aNameIsKeptOnOneLine() {
    assertThat(name("  Arms \r\n&\t legs ")).isEqualTo(new FilterName("Arms & legs", null));
  }

  @Test
  void withoutOneTheOldNameStays() {
    assertThat(FilterName.of(" ", "Robots", List.of())).isEqualTo(new FilterName("Robots", null));
    assertThat(FilterName.of(null, "Robots", List.of()).problem()).isNull();
    assertThat(name(null).problem()).contains("give the filter a name");
  }

  @Test
  void twoFiltersHaveTwoNames() {
    assertThat(name("MY papers").problem()).contains("Another of your filters");
    assertThat(name("a".repeat(60)).problem()).isNull();
    assertThat(name("a".repeat(61)).problem()).contains("60");
  }
}
