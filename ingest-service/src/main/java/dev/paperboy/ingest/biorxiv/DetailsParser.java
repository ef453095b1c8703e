package dev.paperboy.ingest.biorxiv;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.JsonBody;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperText;
import dev.paperboy.ingest.source.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pages of the details API that bioRxiv and medRxiv share.
 *
 * @see <a href="https://api.biorxiv.org/">the API's description</a>
 */
final class DetailsParser {
  private static final String NONE = "no posts found";
  private static final String NOT_APPLICABLE = "NA";
  private static final Pattern DATED_DOI =
      Pattern.compile("10\\.\\d{4,9}/(\\d{4})\\.(\\d{2})\\.(\\d{2})\\..+");
  private static final Map<String, String> LICENSES =
      Map.of(
          "cc_by", "http://creativecommons.org/licenses/by/4.0/",
          "cc_by_nc", "http://creativecommons.org/licenses/by-nc/4.0/",
          "cc_by_nd", "http://creativecommons.org/licenses/by-nd/4.0/",
          "cc_by_nc_nd", "http://creativecommons.org/licenses/by-nc-nd/4.0/",
          "cc0", "http://creativecommons.org/publicdomain/zero/1.0/");

  private DetailsParser() {}

  /**
   * @throws IOException where the answer is no page of the details API, or says that it failed
   */
  static Details parse(InputStream answer) throws IOException {
    JsonNode root = JsonBody.read(answer);
    JsonNode message = root.path("messages").path(0);
    if (!message.has("status")) {
      throw new IOException("the answer is JSON, but no page of the details API");
    }
    String status = message.path("status").asText();
    if (status.equals(NONE)) {
      return new Details(List.of(), List.of(), 0, 0, 0);
    }
    if (!status.equals("ok") || !root.path("collection").isArray()) {
      throw new IOException("the details API says «" + status + "»");
    }
    List<Paper> papers = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (JsonNode record : root.path("collection")) {
      try {
        papers.add(paper(record));
      } catch (IllegalArgumentException e) {
        refusals.add(new Refusal(record.path("doi").asText("record without doi"), e.getMessage()));
      }
    }
    return new Details(
        List.copyOf(papers),
        List.copyOf(refusals),
        root.path("collection").size(),
        message.path("cursor").asInt(0),
        message.path("total").asInt(0));
  }

  private static Paper paper(JsonNode record) {
    String server = required(record, "server").toLowerCase(Locale.ROOT);
    String doi = required(record, "doi").strip();
    Integer version = version(required(record, "version"));
    LocalDate posted = date(required(record, "date"));
    String abstractText = PaperText.line(required(record, "abstract"));
    return new Paper(
        new PaperId(server, doi),
        server,
        version,
        title(record),
        abstractText,
        authors(required(record, "authors")),
        categories(server, record.path("category").asText("")),
        null,
        null,
        printed(record.path("published").asText(NOT_APPLICABLE)),
        LICENSES.get(record.path("license").asText("")),
        version == 1 ? posted : submitted(doi),
        version > 1,
        posted,
        record.path("type").asText("").equalsIgnoreCase("withdrawn")
            || PaperText.saysWithdrawn(abstractText, null));
  }

  private static String title(JsonNode record) {
    String title = PaperText.line(required(record, "title"));
    if (title.isEmpty()) {
      throw new IllegalArgumentException("title is blank");
    }
    return title;
  }

  private static String required(JsonNode record, String field) {
    if (!record.path(field).isValueNode() || record.path(field).isNull()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return record.path(field).asText();
  }

  private static int version(String text) {
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new IllegalArgumentException("version is «" + text + "»");
    }
    return Integer.parseInt(text);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date is «" + text + "», not YYYY-MM-DD", e);
    }
  }

  /**
   * The day in the DOI of a later version; null where the DOI is of the old kind, without a day.
   */
  private static LocalDate submitted(String doi) {
    Matcher m = DATED_DOI.matcher(doi);
    try {
      return m.matches()
          ? LocalDate.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2)),
              Integer.parseInt(m.group(3)))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** {@code Smith, A. B.; Specimen Consortium} as {@code A. B. Smith} and the consortium. */
  private static List<String> authors(String text) {
    return Arrays.stream(text.split(";"))
        .map(PaperText::line)
        .filter(name -> !name.isEmpty())
        .map(
            name -> {
              String[] parts = name.split(", ", 2);
              return parts.length == 2 ? parts[1] + " " + parts[0] : name;
            })
        .toList();
  }

  /** {@code cell biology} as {@code biorxiv.cell-biology}, in the way of arXiv's own names. */
  private static List<String> categories(String server, String category) {
    String name = PaperText.line(category).toLowerCase(Locale.ROOT).replace(' ', '-');
    return name.isEmpty() ? List.of() : List.of(server + "." + name);
  }

  private static String printed(String doi) {
    return doi.equals(NOT_APPLICABLE) ? null : PaperText.lineOrNull(doi);
  }
}
