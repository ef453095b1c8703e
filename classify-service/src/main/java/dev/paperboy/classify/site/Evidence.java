package dev.paperboy.classify.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The evidence for a topic, as a reader understands it. */
final class Evidence {
  private static final Pattern KNOWN =
      Pattern.compile("(?:matched «(.+)»; )?vector (-?\\d\\.\\d+)");

  private Evidence() {}

  /** In words; evidence of a kind not known here is given as it is. */
  static String inWords(String evidence) {
    Matcher known = KNOWN.matcher(evidence);
    if (!known.matches()) {
      return evidence;
    }
    String near = "its meaning is near the topic's (cosine " + known.group(2) + ")";
    return known.group(1) == null ? near : "it says «" + known.group(1) + "»; " + near;
  }
}
