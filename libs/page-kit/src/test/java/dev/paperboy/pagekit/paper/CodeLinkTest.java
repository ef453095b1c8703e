package dev.paperboy.pagekit.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeLinkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Code: https://github.com/a/b_c. | https://github.com/a/b_c",
        "see github.com/a/b\\_c/tree/main, | https://github.com/a/b_c/tree/main",
        "at http://huggingface.co/x | https://huggingface.co/x",
        "https://github.com.evil.example/a/b |",
        "https://evil.example/github |",
        "javascript:github.com/a\"onclick=b | https://github.com/a",
      })
  void codeIsLinkedWhereCodeIsKept(String comments, String link) {
    assertThat(CodeLink.in(null, comments).orElse(null)).isEqualTo(link);
  }
}
