package dev.paperboy.local;

import java.util.List;
import java.util.Set;

/** Which part of Paperboy answers a path: the one table of the public site. */
final class Routes {
  /** Who answers. */
  enum Target {
    CLASSIFY,
    NOTIFY,
    /** The launcher itself. */
    INBOX
  }

  private static final Set<String> NOTIFY =
      Set.of(
          "subscribe",
          "preview",
          "confirm",
          "preferences",
          "feedback",
          "unsubscribe",
          "digests",
          "my");

  private Routes() {}

  /**
   * @param path of the URL, without query, as sent
   */
  static Target of(String path) {
    List<String> segments = List.of(path.split("/", 3));
    String first = segments.size() > 1 ? segments.get(1) : "";
    if (first.equals("inbox")) {
      return Target.INBOX;
    }
    return NOTIFY.contains(first) ? Target.NOTIFY : Target.CLASSIFY;
  }
}
