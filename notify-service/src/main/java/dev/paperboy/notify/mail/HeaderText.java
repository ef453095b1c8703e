package dev.paperboy.notify.mail;

/**
 * Checks text that becomes a mail header. Angus Mail writes a header value as it is, so that a line
 * break in it adds headers, or recipients.
 */
final class HeaderText {
  private HeaderText() {}

  /**
   * @throws IllegalArgumentException naming the field, never its value, which may be an address
   */
  static void check(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    if (field.chars().anyMatch(Character::isISOControl)
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a header has a line break or control character: "
              + field.replaceAll("\\p{Cntrl}+", " "));
    }
  }
}
