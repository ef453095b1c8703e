package dev.paperboy.pagekit;

import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request that changes state may come from where it says it comes from.
 *
 * <p>There are no cookies to protect, but a page elsewhere must not be able to sign its visitors up
 * or use a link they hold.
 */
final class OriginGuard {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Optional<WebOrigin> site;

  /**
   * @param publicUrl the address readers use, {@code paperboy.public-url}
   * @throws IllegalArgumentException where it is no http or https URL
   */
  OriginGuard(String publicUrl) {
    this.site = WebOrigin.of(publicUrl);
    if (site.isEmpty()) {
      throw new IllegalArgumentException(
          "paperboy.public-url is «" + publicUrl + "»; it must be an http or https URL");
    }
  }

  /**
   * What the request says.
   *
   * @param method HTTP method
   * @param origin header {@code Origin}, or null
   * @param fetchSite header {@code Sec-Fetch-Site}, or null
   * @param host scheme and authority that the request came to, as the trusted gateway saw them
   */
  record Request(String method, String origin, String fetchSite, String host) {}

  /** Who else than our own pages may send it. */
  enum Senders {
    OWN_PAGES,
    OWN_PAGES_AND_TOKEN_HOLDERS,
    ANYONE
  }

  boolean allows(Request request, Senders senders) {
    if (SAFE.contains(request.method()) || senders == Senders.ANYONE) {
      return true;
    }
    if ("cross-site".equalsIgnoreCase(request.fetchSite())) {
      return false;
    }
    if (request.origin() == null) {
      return senders == Senders.OWN_PAGES_AND_TOKEN_HOLDERS;
    }
    Optional<WebOrigin> origin = WebOrigin.of(request.origin());
    return origin.isPresent()
        && (origin.equals(site) || origin.equals(WebOrigin.of(request.host())));
  }
}
