package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.events.PaperId;
import dev.paperboy.pagekit.paper.CodeLink;
import dev.paperboy.pagekit.paper.Paper;
import java.time.LocalDate;
import java.util.List;

/**
 * What notify needs of {@code papers.classified.v1}; the shelf keeps the vector beside the rest.
 *
 * @param version the archive's version; null where it has none
 * @param comments of its authors; null for none
 * @param announced when the paper was first announced
 * @param tags best first
 * @param vector null where there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShelvedPaper(
    PaperId id,
    long seq,
    String source,
    Integer version,
    String title,
    @JsonProperty("abstract") String abstractText,
    String comments,
    List<String> authors,
    List<String> categories,
    LocalDate announced,
    boolean withdrawn,
    boolean specimen,
    List<Tag> tags,
    Vector vector)
    implements Event, Paper {

  /** A topic that the paper is about, as sure as {@code confidence} (0 to 1). */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Tag(String topic, double confidence) {
    public Tag {
      Event.require(topic != null, "tags.topic");
    }
  }

  /** One signed byte per dimension, and what made it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Vector(String encoder, byte[] int8) {
    public Vector {
      Event.require(encoder != null, "vector.encoder");
      Event.require(int8 != null, "vector.int8");
    }
  }

  /**
   * @throws IllegalArgumentException naming what is missing
   */
  public ShelvedPaper {
    Event.require(id != null, "id");
    Event.require(seq > 0, "seq");
    Event.require(source != null, "source");
    Event.require(title != null && !title.isBlank(), "title");
    Event.require(abstractText != null, "abstract");
    Event.require(Event.whole(authors), "authors");
    Event.require(Event.whole(categories), "categories");
    Event.requireDate(announced, "announced");
    Event.require(Event.whole(tags), "tags");
  }

  @Override
  public String key() {
    return id.toString();
  }

  ShelvedPaper withVector(Vector other) {
    return new ShelvedPaper(
        id,
        seq,
        source,
        version,
        title,
        abstractText,
        comments,
        authors,
        categories,
        announced,
        withdrawn,
        specimen,
        tags,
        other);
  }

  /** Where its code is; null where its authors name no such place. */
  public String codeUrl() {
    return CodeLink.in(comments, abstractText).orElse(null);
  }

  /** Not on the shelf. */
  @Override
  public String doi() {
    return null;
  }

  /** Their ids: the names are in the catalogue. */
  @Override
  public List<String> topicNames() {
    return tags.stream().map(Tag::topic).toList();
  }
}
