package dev.paperboy.classify.site;

import dev.paperboy.classify.past.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of a paper's past.
 *
 * @param date ISO
 * @param words what happened
 */
public record VersionNote(String date, String dateInWords, String words) {
  private static final Map<String, String> PARTS =
      Map.of(
          "title", "title",
          "authors", "authors",
          "abstract", "abstract",
          "categories", "categories",
          "comments", "the authors' note",
          "doi", "where it was published");

  /** Earliest first; a first announcement that was not seen is known by its day. */
  static List<VersionNote> of(LocalDate announced, List<Change> changes) {
    List<VersionNote> notes = new ArrayList<>();
    if (!changes.isEmpty() && changes.getFirst().day().isAfter(announced)) {
      notes.add(note(announced, "Announced"));
    }
    changes.forEach(change -> notes.add(note(change.day(), words(change))));
    return notes;
  }

  private static VersionNote note(LocalDate day, String words) {
    return new VersionNote(day.toString(), ReadableDate.brief(day), words);
  }

  private static String words(Change change) {
    String version = change.version() == null ? null : "version " + change.version();
    String happened =
        switch (change.kind()) {
          case "new" -> "Announced" + (version == null ? "" : ", " + version);
          case "replaced" -> version == null ? "Replaced" : "Replaced by " + version;
          case "cross" -> "Listed in more categories";
          case "withdrawn" -> "Withdrawn by its authors";
          default -> "Corrected";
        };
    String parts =
        change.changed().stream()
            .filter(PARTS::containsKey)
            .map(PARTS::get)
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? happened : happened + "; changed: " + parts;
  }
}
