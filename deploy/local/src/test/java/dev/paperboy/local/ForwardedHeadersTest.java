package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class ForwardedHeadersTest {
  @Test
  void whatAClientClaimsIsReplacedByWhatWeSaw() {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("x-forwarded-for", "1.2.3.4")
            .add("X-FORWARDED-FOR", "5.6.7.8")
            .add("X-Forwarded-Proto", "https")
            .add("X-Forwarded-Prefix", "/evil")
            .add("Forwarded", "for=1.2.3.4")
            .add("X-Real-IP", "1.2.3.4")
            .add("Accept", "text/html");

    ForwardedHeaders.rewrite(headers, "127.0.0.1", "localhost:8080");

    assertThat(headers.names())
        .containsExactlyInAnyOrder(
            "Accept", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host");
    assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(headers.get("X-Forwarded-Host")).isEqualTo("localhost:8080");
  }

  @Test
  void aRequestWithoutAHostGetsNoForwardedHost() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-Host", "evil");

    ForwardedHeaders.rewrite(headers, "127.0.0.1", null);

    assertThat(headers.contains("X-Forwarded-Host")).isFalse();
  }
}
