package dev.paperboy.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.ingest.paper.PaperText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code arxiv/*.jsonl.gz} or {@code hf/papers.jsonl.gz}.
 *
 * @param id arXiv's, without version
 * @param categories arXiv's, the primary one first; empty in {@code hf}
 * @param day announced or, in {@code hf}, listed on
 * @param line all of it
 */
public record DataPaper(
    String id,
    String title,
    String abstractText,
    List<String> categories,
    LocalDate day,
    JsonNode line) {

  static DataPaper of(JsonNode line) {
    String day = line.path("update_date").asText(line.path("list_date").asText());
    return new DataPaper(
        line.path("id").asText(),
        TextLine.of(line.path("title").asText()),
        TextLine.of(line.path("abstract").asText()),
        Arrays.stream(line.path("categories").asText("").split("\\s+"))
            .filter(category -> !category.isEmpty())
            .distinct()
            .toList(),
        LocalDate.parse(day),
        line);
  }

  /** Its authors as ingest names them; empty in {@code hf}. */
  public List<String> authors() {
    return PaperText.authors(line.path("authors").asText("")).stream()
        .map(PaperText::name)
        .toList();
  }

  /** What its authors remark; empty where they don't. */
  public String comments() {
    return TextLine.of(line.path("comments").asText(""));
  }

  /** What classify encodes of a paper. */
  public String text() {
    return title + "\n" + abstractText;
  }
}
