package dev.paperboy.classify.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.classify.topic.TopicTag;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;

/**
 * What the index keeps of {@code papers.classified.v1}.
 *
 * @param suggested empty where the event was made before there were suggestions
 * @param vector null where the event has none; kept apart from the rest, which lists read often
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedPaper(
    PaperId id,
    long seq,
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
    boolean specimen,
    String field,
    List<TopicTag> tags,
    List<CategoryTag> suggested,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) IndexedVector vector) {

  public IndexedPaper {
    suggested = suggested == null ? List.of() : suggested;
  }

  IndexedPaper with(IndexedVector kept) {
    return new IndexedPaper(
        id,
        seq,
        source,
        version,
        title,
        abstractText,
        authors,
        categories,
        comments,
        doi,
        announced,
        updated,
        withdrawn,
        specimen,
        field,
        tags,
        suggested,
        kept);
  }
}
