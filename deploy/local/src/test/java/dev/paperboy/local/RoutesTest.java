package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/, CLASSIFY",
    "'', CLASSIFY",
    "/search, CLASSIFY",
    "/static/paperboy.css, CLASSIFY",
    "/papers/arxiv:2405.14906, CLASSIFY",
    "/subscribe, NOTIFY",
    "/subscribe/, NOTIFY",
    "/preview, NOTIFY",
    "/confirm/token, NOTIFY",
    "/preferences/token, NOTIFY",
    "/feedback/token, NOTIFY",
    "/unsubscribe/token, NOTIFY",
    "/digests/token, NOTIFY",
    "/my/feeds/token, NOTIFY",
    "/inbox, INBOX",
    "/inbox/20261123-024224-494-6462-000001/html, INBOX",
    // A prefix is a whole segment, and nothing below another path.
    "/subscribers, CLASSIFY",
    "/inboxes, CLASSIFY",
    "/search/subscribe, CLASSIFY",
    "//inbox, CLASSIFY",
    "/q/health, CLASSIFY",
    "/internal/digest, CLASSIFY"
  })
  void eachPathHasOneAnswerer(String path, Routes.Target target) {
    assertThat(Routes.of(path)).isEqualTo(target);
  }
}
