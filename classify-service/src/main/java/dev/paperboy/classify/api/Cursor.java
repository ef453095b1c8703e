package dev.paperboy.classify.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.classify.search.PaperSearch;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a list begins. Opaque to clients; good only for the list that it came
 * from.
 *
 * @param list what was asked, to tell lists apart
 * @param offset papers before the page
 */
record Cursor(int list, int offset) {
  private static final Pattern WRITTEN = Pattern.compile("1:(-?\\d{1,10}):(\\d{1,4})");

  /** The cursor behind a page; null where the list ends. */
  static String behind(String list, int offset, int shown, long total) {
    int next = offset + shown;
    return shown == 0 || next >= total || next >= PaperSearch.DEEPEST
        ? null
        : new Cursor(list.hashCode(), next).written();
  }

  /** The offset that a cursor of this list says; 0 without one, empty for what is none. */
  static Optional<Integer> offset(String list, String written) {
    if (written == null || written.isEmpty()) {
      return Optional.of(0);
    }
    try {
      Matcher m = WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(written), UTF_8));
      return m.matches() && Long.parseLong(m.group(1)) == list.hashCode()
          ? Optional.of(Integer.parseInt(m.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String written() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("1:" + list + ":" + offset).getBytes(UTF_8));
  }
}
