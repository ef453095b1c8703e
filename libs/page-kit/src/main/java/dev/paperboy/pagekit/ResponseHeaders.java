package dev.paperboy.pagekit;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every response of the main HTTP interface carries unless it sets its own. */
public final class ResponseHeaders {
  /** Nothing from elsewhere, no script, no frame; forms only to ourselves. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  /** The same for pages that set it: scripts in files of ours may run, such in the page not. */
  public static final String WITH_OWN_SCRIPTS = CONTENT_SECURITY_POLICY + "; script-src 'self'";

  private static final String STATIC = "/static/";

  private ResponseHeaders() {}

  /**
   * The headers for one response.
   *
   * @param path the request's path
   * @param version the query parameter {@code v} of the request, or null
   * @param status of the response; only good ones are kept by caches
   * @param https whether the reader's connection is encrypted
   */
  public static Map<String, String> of(String path, String version, int status, boolean https) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    // Not no-referrer: browsers would then send «Origin: null» with our own forms.
    headers.put("Referrer-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cache-Control", caching(path, version, status));
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }

  private static String caching(String path, String version, int status) {
    if (status >= 400 || !path.startsWith(STATIC)) {
      return "private, no-cache";
    }
    return PageAssets.version().equals(version)
        ? "public, max-age=31536000, immutable"
        : "public, max-age=300";
  }
}
