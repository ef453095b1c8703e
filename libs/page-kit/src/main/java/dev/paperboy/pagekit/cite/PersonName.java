package dev.paperboy.pagekit.cite;

import dev.paperboy.latex.ReadableMath;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An author's name in two parts, as references sort it.
 *
 * @param family with its particles; the whole name where it has no parts, as of a collaboration
 * @param given empty where there is none
 */
record PersonName(String family, String given) {
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "ben", "bin", "da", "dal", "de", "del", "della", "den", "der", "des", "di", "dos",
          "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu", "zur");
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
  private static final Pattern GROUP =
      Pattern.compile(
          "\\b(?:collaborations?|consortium|group|team|project|network|committee)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Reads {@code Ada Lovelace}, {@code Lovelace, Ada} or the name of a group; TeX is made text. */
  static PersonName of(String announced) {
    String name = ReadableMath.of(announced);
    int comma = name.indexOf(',');
    if (comma > 0) {
      return new PersonName(name.substring(0, comma).strip(), name.substring(comma + 1).strip());
    }
    List<String> words = List.of(name.split(" "));
    if (words.size() < 2 || GROUP.matcher(name).find()) {
      return new PersonName(name, "");
    }
    int family = words.size() - 1;
    if (family > 1 && SUFFIXES.contains(plain(words.get(family)))) {
      family--;
    }
    while (family > 1 && PARTICLES.contains(words.get(family - 1))) {
      family--;
    }
    return new PersonName(
        String.join(" ", words.subList(family, words.size())),
        String.join(" ", words.subList(0, family)));
  }

  /** {@code Lovelace, Ada}. */
  String inverted() {
    return given.isEmpty() ? family : family + ", " + given;
  }

  private static String plain(String word) {
    return word.replace(".", "").toLowerCase(Locale.ROOT);
  }
}
