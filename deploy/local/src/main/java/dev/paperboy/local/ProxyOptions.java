package dev.paperboy.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The proxy that the environment names, as other programs read it ({@code https_proxy}, {@code
 * no_proxy}), in the words of a JVM, which does not read it. A proxy's name and password are left
 * out: a JVM takes them from nowhere but its program.
 */
final class ProxyOptions {
  private ProxyOptions() {}

  /** JVM options; none where no proxy is named or it cannot be read. */
  static List<String> of(Map<String, String> environment) {
    String named =
        Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
            .map(name -> environment.getOrDefault(name, "").strip())
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    URI proxy;
    try {
      proxy = URI.create(named.contains("://") ? named : "http://" + named);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    if (proxy.getHost() == null || !proxy.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
      return List.of();
    }
    List<String> options = new ArrayList<>();
    options.add("-Dhttps.proxyHost=" + proxy.getHost());
    options.add("-Dhttps.proxyPort=" + (proxy.getPort() < 0 ? 80 : proxy.getPort()));
    // The JVM's own list of hosts to reach directly is for both schemes.
    options.add(
        "-Dhttp.nonProxyHosts="
            + Stream.concat(
                    Stream.of("localhost", "127.*", "[::1]"),
                    Stream.of(
                            environment
                                .getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""))
                                .split("[,\\s]+"))
                        .filter(host -> !host.isEmpty())
                        .map(host -> host.startsWith(".") ? "*" + host : host))
                .collect(Collectors.joining("|")));
    return options;
  }
}
