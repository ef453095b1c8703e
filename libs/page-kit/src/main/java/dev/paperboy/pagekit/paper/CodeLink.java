package dev.paperboy.pagekit.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a paper's code, where its authors name one. */
public final class CodeLink {
  // Hosts of code and models only: an abstract may not send readers anywhere it likes.
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:https?://)?(?:www\\.)?"
              + "((?:github\\.com|gitlab\\.com|bitbucket\\.org|huggingface\\.co|codeberg\\.org)"
              + "/[A-Za-z0-9][\\w.-]*(?:/[A-Za-z0-9][\\w.-]*)*)",
          Pattern.CASE_INSENSITIVE);

  private CodeLink() {}

  /** The first one in the texts; null texts are passed over. */
  public static Optional<String> in(String... texts) {
    for (String text : texts) {
      if (text != null) {
        Matcher place = PLACE.matcher(text.replace("\\_", "_"));
        if (place.find()) {
          return Optional.of("https://" + place.group(1).replaceAll("[.]+$", ""));
        }
      }
    }
    return Optional.empty();
  }
}
