package dev.paperboy.notify.subscriber;

import dev.paperboy.notify.wording.Wording;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address that every mail server takes: the dot-atom form of RFC 5321, in ASCII.
 *
 * <p>Quoted local parts, comments, domain literals and international addresses are refused rather
 * than half understood; so is everything that could end a line of a mail's header.
 *
 * @param text as the reader wrote it, without white space around it
 */
public record Address(String text) {
  private static final Wording WORDS = Wording.of("subscriber");

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern ALL_DIGITS = Pattern.compile("[0-9.]+");

  /**
   * @throws IllegalArgumentException with words for the reader
   */
  public Address {
    check(text);
  }

  /**
   * Reads what a reader typed.
   *
   * @throws IllegalArgumentException with words for the reader
   */
  public static Address parse(String typed) {
    return new Address(typed == null ? "" : typed.strip());
  }

  /** What makes two spellings the same address. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  private static void check(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(WORDS.say("address.missing"));
    }
    if (text.chars().anyMatch(c -> c < ' ' || c == 127)) {
      throw new IllegalArgumentException(WORDS.say("address.hidden"));
    }
    if (text.chars().anyMatch(c -> c > 126)) {
      throw new IllegalArgumentException(WORDS.say("address.letters"));
    }
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException(WORDS.say("address.no-at"));
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1);
    if (text.length() > LONGEST || local.length() > LONGEST_LOCAL) {
      throw new IllegalArgumentException(WORDS.say("address.long"));
    }
    if (!LOCAL.matcher(local).matches()
        || !DOMAIN.matcher(domain).matches()
        || ALL_DIGITS.matcher(domain).matches()) {
      throw new IllegalArgumentException(WORDS.say("address.other"));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
