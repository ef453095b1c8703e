package dev.paperboy.pagekit;

import static dev.paperboy.pagekit.OriginGuard.Senders.ANYONE;
import static dev.paperboy.pagekit.OriginGuard.Senders.OWN_PAGES;
import static dev.paperboy.pagekit.OriginGuard.Senders.OWN_PAGES_AND_TOKEN_HOLDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginGuardTest {
  private final OriginGuard guard = new OriginGuard("https://papers.example");

  private boolean allows(
      String method, String origin, String fetchSite, OriginGuard.Senders senders) {
    return guard.allows(
        new OriginGuard.Request(method, origin, fetchSite, "http://10.0.0.7:8083"), senders);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void safeMethodsPassFromAnywhere(String method) {
    assertThat(allows(method, "https://evil.example", "cross-site", OWN_PAGES)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://papers.example, true",
    "HTTPS://Papers.Example:443, true",
    "http://10.0.0.7:8083, true",
    "http://papers.example, false",
    "https://papers.example:8443, false",
    "https://papers.example.evil.example, false",
    "https://papers.example@evil.example, false",
    "https://evil.example, false",
    "null, false",
    "file://, false",
    "not a url, false",
    "'', false",
  })
  void onlyOurOwnOriginsMayPost(String origin, boolean allowed) {
    assertThat(allows("POST", origin, null, OWN_PAGES)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "post", "BREW"})
  void everyOtherMethodIsUnsafe(String method) {
    assertThat(allows(method, "https://evil.example", null, OWN_PAGES)).isFalse();
  }

  @Test
  void crossSiteIsRefusedWhateverTheOriginSays() {
    assertThat(allows("POST", "https://papers.example", "cross-site", OWN_PAGES)).isFalse();
    assertThat(allows("POST", null, "Cross-Site", OWN_PAGES_AND_TOKEN_HOLDERS)).isFalse();
  }

  @Test
  void sameOriginPasses() {
    assertThat(allows("POST", "https://papers.example", "same-origin", OWN_PAGES)).isTrue();
  }

  @Test
  void missingOriginPassesOnlyWithAToken() {
    assertThat(allows("POST", null, null, OWN_PAGES)).isFalse();
    assertThat(allows("POST", null, "same-origin", OWN_PAGES)).isFalse();
    assertThat(allows("POST", null, null, OWN_PAGES_AND_TOKEN_HOLDERS)).isTrue();
  }

  @Test
  void aTokenDoesNotExcuseAForeignOrigin() {
    assertThat(allows("POST", "https://evil.example", null, OWN_PAGES_AND_TOKEN_HOLDERS)).isFalse();
    assertThat(allows("POST", "null", null, OWN_PAGES_AND_TOKEN_HOLDERS)).isFalse();
  }

  @Test
  void oneClickUnsubscribeIsItsOwnAuthority() {
    assertThat(allows("POST", "https://mail.example", "cross-site", ANYONE)).isTrue();
    assertThat(allows("POST", null, null, ANYONE)).isTrue();
  }

  @Test
  void anUnreadableOwnHostOpensNothing() {
    OriginGuard.Request request =
        new OriginGuard.Request("POST", "https://evil.example", null, "http://");
    assertThat(guard.allows(request, OWN_PAGES)).isFalse();
  }

  @Test
  void publicUrlMustBeAWebAddress() {
    assertThatThrownBy(() -> new OriginGuard("papers.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("paperboy.public-url");
  }
}
