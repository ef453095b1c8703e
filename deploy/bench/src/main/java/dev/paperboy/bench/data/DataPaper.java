package dev.paperboy.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

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
  private static final Pattern AFFILIATION = Pattern.compile("\\([^)]*\\)");
  private static final Pattern BETWEEN_AUTHORS = Pattern.compile(",| and ");

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

  /** Its authors, without affiliations; empty in {@code hf}. */
  public List<String> authors() {
    String names = AFFILIATION.matcher(TextLine.of(line.path("authors").asText(""))).replaceAll("");
    return Arrays.stream(BETWEEN_AUTHORS.split(names))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
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
