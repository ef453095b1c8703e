package dev.paperboy.classify.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.classify.topic.TopicTag;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;

/** The body of {@code papers.classified.v1} but for its seq and vector, as it is stored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ClassifiedBody(
    PaperId id,
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
    boolean specimen,
    String field,
    List<TopicTag> tags,
    List<CategoryTag> suggested) {

  static ClassifiedBody of(AnnouncedPaper paper, List<TopicTag> tags, List<CategoryTag> suggested) {
    return new ClassifiedBody(
        paper.id(),
        paper.kind(),
        paper.source(),
        paper.version(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.categories(),
        paper.comments(),
        paper.doi(),
        paper.announced(),
        paper.updated(),
        paper.withdrawn(),
        paper.specimen(),
        paper.field(),
        tags,
        suggested);
  }
}
