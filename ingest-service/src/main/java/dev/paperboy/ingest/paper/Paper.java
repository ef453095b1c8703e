package dev.paperboy.ingest.paper;

import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper's metadata as a source gave it, normalised.
 *
 * @param id the paper, over all versions
 * @param source the archive it belongs to
 * @param version the version described; null where the source does not tell
 * @param title one line
 * @param abstractText one paragraph or more
 * @param authors in the paper's order, as the source wrote them, TeX and all
 * @param categories primary first; may be empty
 * @param comments the authors' remark; null if none
 * @param journalRef where it was printed; null if none
 * @param doi of the printed article; null if none
 * @param license URL of the licence; null if unknown
 * @param submitted the day of the first version; null where the source does not tell
 * @param revised whether the source says that the paper was announced before
 * @param updated the announcement date of this description
 * @param withdrawn whether its authors took it back
 */
public record Paper(
    PaperId id,
    String source,
    Integer version,
    String title,
    String abstractText,
    List<String> authors,
    List<String> categories,
    String comments,
    String journalRef,
    String doi,
    String license,
    LocalDate submitted,
    boolean revised,
    LocalDate updated,
    boolean withdrawn) {

  public Paper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** The authors' names in Unicode, whichever way a source wrote them. */
  public List<String> names() {
    return authors.stream().map(PaperText::name).filter(name -> !name.isEmpty()).toList();
  }
}
