package dev.paperboy.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPageTest {
  @Test
  void endpointsMaySayWhatIsWrong() {
    assertThat(ErrorPage.of(403, "Sent from elsewhere.", null))
        .isEqualTo(new ErrorPage(403, "Not from here", "Sent from elsewhere.", null));
  }

  @Test
  void theFrameworksOwnWordsAreNotShown() {
    assertThat(ErrorPage.of(429, "HTTP 429 Too Many Requests", null).text())
        .isEqualTo("Too many requests came from your address. Please wait a minute and try again.");
  }

  @Test
  void anUnknownPathIsNoSuchPage() {
    assertThat(ErrorPage.of(404, "Unable to find matching target resource method", null).text())
        .isEqualTo(
            "There is nothing at this address. It may have moved, or the link was cut short.");
  }

  @Test
  void ourInsidesAreNotShown() {
    ErrorPage page = ErrorPage.of(500, "connection to db:5432 refused", "1a2b3c4d");
    assertThat(page.text()).doesNotContain("5432");
    assertThat(page.reference()).isEqualTo("1a2b3c4d");
  }

  @Test
  void problemsAreJson() {
    assertThat(ErrorPage.of(400, "Say \"when\"\n\\", null).asProblem().json())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"status\":400,\"title\":\"We could not read that\","
                + "\"detail\":\"Say \\\"when\\\"\\u000a\\\\\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/papers, text/html, true",
    "/api, , true",
    "/apiary, , false",
    "/search, 'text/html,application/xhtml+xml', false",
    "/search, , false",
    "/search, application/json, true",
    "/search, 'text/html, application/json', false",
  })
  void jsonIsForThoseWhoReadIt(String path, String accept, boolean json) {
    assertThat(ErrorPage.wantsJson(path, accept)).isEqualTo(json);
  }
}
