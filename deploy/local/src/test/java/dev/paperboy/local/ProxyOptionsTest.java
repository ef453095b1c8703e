package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyOptionsTest {
  @Test
  void theProxyOfTheEnvironmentIsTheJvms() {
    assertThat(
            ProxyOptions.of(
                Map.of(
                    "HTTPS_PROXY",
                    "http://me:secret@proxy.example.org:3128/",
                    "no_proxy",
                    ".example.org, db.example.net")))
        .containsExactly(
            "-Dhttps.proxyHost=proxy.example.org",
            "-Dhttps.proxyPort=3128",
            "-Dhttp.nonProxyHosts=localhost|127.*|[::1]|*.example.org|db.example.net");
  }

  @Test
  void aProxyWithoutSchemeOrPortIsUnderstood() {
    assertThat(ProxyOptions.of(Map.of("https_proxy", "proxy.example.org")))
        .startsWith("-Dhttps.proxyHost=proxy.example.org", "-Dhttps.proxyPort=80");
  }

  @Test
  void withoutOneOrWithAnotherKindThereIsNothingToSay() {
    assertThat(ProxyOptions.of(Map.of())).isEmpty();
    assertThat(ProxyOptions.of(Map.of("https_proxy", ""))).isEmpty();
    assertThat(ProxyOptions.of(Map.of("all_proxy", "socks5://127.0.0.1:1080"))).isEmpty();
    assertThat(ProxyOptions.of(Map.of("https_proxy", "not a proxy"))).isEmpty();
  }
}
