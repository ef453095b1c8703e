package dev.paperboy.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {
  @Test
  void everyPageIsLockedDown() {
    assertThat(ResponseHeaders.of("/", null, 200, false))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'",
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                "Referrer-Policy",
                "same-origin",
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cache-Control",
                "private, no-cache"));
  }

  @Test
  void onlyHttpsPromisesHttps() {
    assertThat(ResponseHeaders.of("/", null, 200, true))
        .containsEntry("Strict-Transport-Security", "max-age=31536000");
  }

  @Test
  void staticFilesAreKeptLongOnlyUnderTheirVersion() {
    assertThat(caching("/static/paperboy.css", PageAssets.version(), 200))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(caching("/static/paperboy.css", "0000000000", 200)).isEqualTo("public, max-age=300");
    assertThat(caching("/static/paperboy.css", null, 200)).isEqualTo("public, max-age=300");
  }

  @Test
  void errorsAndPagesAreNotKept() {
    assertThat(caching("/static/nope.css", PageAssets.version(), 404))
        .isEqualTo("private, no-cache");
    assertThat(caching("/search", PageAssets.version(), 200)).isEqualTo("private, no-cache");
  }

  private static String caching(String path, String version, int status) {
    return ResponseHeaders.of(path, version, status, false).get("Cache-Control");
  }
}
