package dev.paperboy.classify.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.classify.topic.TopicTag;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;

/** What the index keeps of {@code papers.classified.v1}: all but the vector. */
@JsonIgnoreProperties(ignoreUnknown = true)
record IndexedPaper(
    PaperId id,
    long seq,
    String source,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    List<String> categories,
    LocalDate announced,
    boolean withdrawn,
    boolean specimen,
    String field,
    List<TopicTag> tags) {}
