package dev.paperboy.notify.signup;

import dev.paperboy.notify.wording.Wording;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The name of a filter, read: it stands in mails among the reasons.
 *
 * @param text as it is kept, or as typed where there is a problem
 * @param problem null where there is none
 */
record FilterName(String text, String problem) {
  private static final Wording WORDS = Wording.of("signup");

  private static final int LONGEST = 60;

  /**
   * Reads a name.
   *
   * @param typed null where the form has none
   * @param before what the filter was called; blank for a new one
   * @param others names of the reader's other filters
   */
  static FilterName of(String typed, String before, Collection<String> others) {
    String name = typed == null ? "" : typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (name.isEmpty()) {
      return before.isBlank()
          ? new FilterName("", WORDS.say("name.missing"))
          : new FilterName(before, null);
    }
    if (name.length() > LONGEST) {
      return new FilterName(name, WORDS.say("name.long", LONGEST));
    }
    boolean taken =
        others.stream()
            .map(other -> other.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet())
            .contains(name.toLowerCase(Locale.ROOT));
    return new FilterName(name, taken ? WORDS.say("name.taken") : null);
  }
}
