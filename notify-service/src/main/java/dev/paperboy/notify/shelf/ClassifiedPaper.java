package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;

/** What notify needs of {@code papers.classified.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ClassifiedPaper(
    PaperId id,
    long seq,
    String kind,
    String source,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    List<String> categories,
    LocalDate announced,
    boolean withdrawn,
    boolean specimen,
    String field,
    List<Tag> tags,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) Vector vector) {

  /**
   * @throws IllegalArgumentException naming what is missing
   */
  ClassifiedPaper {
    Required.that(id != null, "id");
    Required.that(seq > 0, "seq");
    Required.that(kind != null, "kind");
    Required.that(source != null, "source");
    Required.that(title != null && !title.isBlank(), "title");
    Required.that(abstractText != null, "abstract");
    Required.that(authors != null && !authors.contains(null), "authors");
    Required.that(categories != null && !categories.contains(null), "categories");
    Required.that(announced != null, "announced");
    Required.that(field != null, "field");
    Required.that(tags != null && !tags.contains(null), "tags");
  }

  /** A topic as classify gave it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Tag(String topic, double confidence, String evidence) {}

  /** The paper's vector, one signed byte per dimension; absent in what the shelf keeps as JSON. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Vector(String encoder, byte[] int8) {
    Vector {
      Required.that(encoder != null, "vector.encoder");
      Required.that(int8 != null && int8.length > 0, "vector.int8");
    }
  }
}
