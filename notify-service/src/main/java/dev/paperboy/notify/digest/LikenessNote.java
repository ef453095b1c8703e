package dev.paperboy.notify.digest;

import dev.paperboy.notify.example.PastedPaper;
import dev.paperboy.notify.likeness.Found;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.wording.Wording;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader is told of descriptions and examples that nothing could be compared with. */
final class LikenessNote {
  private static final Wording WORDS = Wording.of("digest");

  private static final int LONGEST = 60;

  private LikenessNote() {}

  /** Whether any of a filter's vectors could not be asked for, so that papers may be missed. */
  static boolean incomplete(Subjects subjects, Found found) {
    return subjects.all().stream().anyMatch(found.unavailable()::contains);
  }

  /**
   * The sentences.
   *
   * @param later what becomes of what was missed; a sentence
   */
  static List<String> of(Subjects subjects, Found found, String later) {
    List<String> missing =
        subjects.all().stream()
            .filter(found.unavailable()::contains)
            .map(subject -> name(subjects, subject))
            .toList();
    List<String> unknown = subjects.papers().stream().filter(found.unknown()::contains).toList();
    return Stream.of(
            missing.isEmpty() ? "" : WORDS.say("likeness.missing", quoted(missing)) + " " + later,
            unknown.isEmpty()
                ? ""
                : WORDS.say(
                    unknown.size() == 1 ? "likeness.unknown.one" : "likeness.unknown.many",
                    quoted(unknown)))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /** What the reader calls it. */
  private static String name(Subjects subjects, String subject) {
    PastedPaper paper = subjects.pasted().get(subject);
    return paper == null ? subject : paper.title();
  }

  private static String quoted(Collection<String> subjects) {
    return new TreeSet<>(subjects)
        .stream()
            .map(subject -> "«" + Excerpt.shortened(subject, LONGEST) + "»")
            .collect(Collectors.joining(", "));
  }
}
