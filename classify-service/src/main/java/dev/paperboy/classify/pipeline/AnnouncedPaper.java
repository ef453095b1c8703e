package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;

/** What classify needs of {@code papers.announced.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AnnouncedPaper(
    PaperId id,
    long seq,
    String kind,
    String source,
    Integer version,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    List<String> categories,
    String comments,
    String doi,
    LocalDate announced,
    LocalDate updated,
    boolean withdrawn,
    boolean specimen) {

  /**
   * @throws IllegalArgumentException naming what is missing
   */
  AnnouncedPaper {
    require(id != null, "id");
    require(seq > 0, "seq");
    require(kind != null, "kind");
    require(source != null, "source");
    require(title != null && !title.isBlank(), "title");
    require(abstractText != null, "abstract");
    require(authors != null && !authors.contains(null), "authors");
    require(categories != null && !categories.contains(null), "categories");
    require(announced != null, "announced");
    require(updated != null, "updated");
  }

  private static void require(boolean present, String field) {
    if (!present) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }

  /** What is encoded: title and abstract. */
  String text() {
    return title + "\n" + abstractText;
  }

  /** The archive part of the primary category ({@code cs}, {@code hep-th}), or the source. */
  String field() {
    if (categories.isEmpty()) {
      return source;
    }
    String primary = categories.getFirst();
    int dot = primary.indexOf('.');
    return dot < 0 ? primary : primary.substring(0, dot);
  }
}
