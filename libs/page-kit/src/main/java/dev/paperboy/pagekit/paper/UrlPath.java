package dev.paperboy.pagekit.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Text as the path of a URL, RFC 3986 section 3.3. */
public final class UrlPath {
  private static final String AS_IT_IS = "-._~/:@!$'()*,;";

  private UrlPath() {}

  /** Percent-encodes all but letters, digits and what a path may hold; {@code /} stays. */
  public static String encode(String text) {
    StringBuilder path = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || AS_IT_IS.indexOf(c) >= 0)) {
        path.append(c);
      } else {
        path.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return path.toString();
  }
}
