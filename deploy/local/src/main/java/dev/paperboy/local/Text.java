package dev.paperboy.local;

/** Words from elsewhere, made fit for a console. */
final class Text {
  private Text() {}

  /** One line without control characters: a paper's words must not steer a terminal. */
  static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
  }

  /** Ends as a sentence does. */
  static String sentence(String text) {
    return text.isEmpty() || text.matches("(?s).*[.?!…]") ? text : text + ".";
  }
}
