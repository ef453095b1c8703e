package dev.paperboy.pagekit;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the layout needs to know, {@code {pagekit:site}} in templates; and the version of the static
 * files, {@code {pagekit:version}}: a hash of all of them, so that browsers may keep them for a
 * year.
 */
@TemplateExtension(namespace = "pagekit")
public final class PageAssets {
  private static final String SITE =
      ConfigProvider.getConfig()
          .getOptionalValue("paperboy.public-url", String.class)
          .orElse("")
          .replaceAll("/+$", "");
  private static final String VERSION = hash("paperboy.css", "favicon.svg", "topics.js");

  private PageAssets() {}

  /** Ten hexadecimal digits that change when a static file does. */
  public static String version() {
    return VERSION;
  }

  /** The address that readers use, without a slash at its end; {@code paperboy.public-url}. */
  public static String site() {
    return SITE;
  }

  private static String hash(String... files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String file : files) {
        String path = "/META-INF/resources/static/" + file;
        try (InputStream in = PageAssets.class.getResourceAsStream(path)) {
          if (in == null) {
            throw new IllegalStateException("not on the class path: " + path);
          }
          sha.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
