package dev.paperboy.classify.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperboy.classify.topic.Topic;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A topic, or a field of topics. */
@Schema(name = "Topic")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiTopic(
    String id,
    String name,
    String description,
    @Schema(description = "id of the field; absent for a field itself") String parent,
    @Schema(description = "phrases that are strong evidence") List<String> synonyms,
    @Schema(description = "papers announced in the last thirty days; absent for a field")
        Integer papers) {
  static ApiTopic of(Topic topic, Integer papers) {
    return new ApiTopic(
        topic.id(), topic.name(), topic.description(), topic.parent(), topic.synonyms(), papers);
  }
}
