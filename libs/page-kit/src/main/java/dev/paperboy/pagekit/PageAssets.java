package dev.paperboy.pagekit;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The version of the static files, {@code {pagekit:version}} in templates: a hash of the style
 * sheet and the icon, so that browsers may keep them for a year.
 */
@TemplateExtension(namespace = "pagekit")
public final class PageAssets {
  private static final String VERSION = hash("paperboy.css", "favicon.svg");

  private PageAssets() {}

  /** Ten hexadecimal digits that change when a static file does. */
  public static String version() {
    return VERSION;
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
