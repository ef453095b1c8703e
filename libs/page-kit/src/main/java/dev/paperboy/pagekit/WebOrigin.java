package dev.paperboy.pagekit;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Scheme, host and port of a URL (RFC 6454), the port always written out.
 *
 * @param scheme lower case
 * @param host lower case
 * @param port the real one, defaults filled in
 */
record WebOrigin(String scheme, String host, int port) {
  WebOrigin {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(host, "host");
  }

  /** Reads a URL or an {@code Origin} header; empty for what is neither, such as {@code null}. */
  static Optional<WebOrigin> of(String text) {
    try {
      URI uri = URI.create(text.strip());
      if (uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int port =
          switch (scheme) {
            case "http" -> uri.getPort() < 0 ? 80 : uri.getPort();
            case "https" -> uri.getPort() < 0 ? 443 : uri.getPort();
            default -> -1;
          };
      return port < 0
          ? Optional.empty()
          : Optional.of(new WebOrigin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
