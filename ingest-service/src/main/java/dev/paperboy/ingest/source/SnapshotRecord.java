package dev.paperboy.ingest.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of arXiv's public metadata snapshot.
 *
 * @param authorsParsed last name, first names, suffix for each author; null in some copies
 * @param versions all versions in order; null in some copies
 * @param updateDate the day of the last change
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SnapshotRecord(
    String id,
    String title,
    @JsonProperty("abstract") String abstractText,
    String authors,
    @JsonProperty("authors_parsed") List<List<String>> authorsParsed,
    String categories,
    String comments,
    @JsonProperty("journal-ref") String journalRef,
    String doi,
    String license,
    List<Version> versions,
    @JsonProperty("update_date") String updateDate) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})");

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Version(String version, String created) {}

  /**
   * @throws IOException where the bytes are no JSON object of this shape
   */
  static SnapshotRecord parse(byte[] line) throws IOException {
    SnapshotRecord record = JSON.readValue(line, SnapshotRecord.class);
    if (record == null) {
      throw new IOException("the line holds null");
    }
    return record;
  }

  /**
   * The paper that the line describes.
   *
   * @throws IllegalArgumentException saying which field is missing or wrong
   */
  Paper toPaper() {
    PaperId paperId = PaperId.arxiv(required("id", id));
    String line = PaperText.line(required("title", title));
    if (line.isEmpty()) {
      throw new IllegalArgumentException("title is blank");
    }
    String abstractLine = PaperText.line(required("abstract", abstractText));
    String remark = PaperText.lineOrNull(comments);
    return new Paper(
        paperId,
        "arxiv",
        lastVersion(),
        line,
        abstractLine,
        names(),
        categories == null ? List.of() : categories(categories),
        remark,
        PaperText.lineOrNull(journalRef),
        PaperText.lineOrNull(doi),
        PaperText.lineOrNull(license),
        submitted(),
        lastVersion() != null && lastVersion() > 1,
        updated(),
        PaperText.saysWithdrawn(abstractLine, remark));
  }

  /** The day of the last change; how {@code --day} chooses lines. */
  LocalDate updated() {
    try {
      return LocalDate.parse(required("update_date", updateDate));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("update_date is «" + updateDate + "», not YYYY-MM-DD", e);
    }
  }

  private static String required(String name, String value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static List<String> categories(String text) {
    return Arrays.stream(PaperText.line(text).split(" "))
        .filter(category -> !category.isEmpty())
        .distinct()
        .toList();
  }

  private List<String> names() {
    if (authorsParsed == null || authorsParsed.isEmpty()) {
      return authors == null ? List.of() : PaperText.authors(authors);
    }
    return authorsParsed.stream()
        .map(
            parts ->
                Stream.of(part(parts, 1), part(parts, 0), part(parts, 2))
                    .filter(Objects::nonNull)
                    .reduce("", (name, part) -> PaperText.line(name + " " + part)))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? PaperText.lineOrNull(parts.get(index)) : null;
  }

  /** The day of the first version; null where this copy of the snapshot has none or garbles it. */
  private LocalDate submitted() {
    if (versions == null || versions.isEmpty() || versions.getFirst().created() == null) {
      return null;
    }
    try {
      return LocalDate.parse(
          versions.getFirst().created().strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Integer lastVersion() {
    if (versions == null || versions.isEmpty()) {
      return null;
    }
    String last = versions.get(versions.size() - 1).version();
    Matcher m = VERSION.matcher(last == null ? "" : last);
    return m.matches() ? Integer.valueOf(m.group(1)) : null;
  }
}
