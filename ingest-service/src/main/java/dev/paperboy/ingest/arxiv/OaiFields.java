package dev.paperboy.ingest.arxiv;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A record's header and metadata as text by element name, and the paper that they make. Serves the
 * formats arXiv, arXivRaw and oai_dc, whose names don't collide.
 */
final class OaiFields {
  private static final String COMMENT = "Comment: ";
  private static final String PREFIX = "oai:arXiv.org:";

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private boolean deleted;

  void add(String element, String text) {
    values.computeIfAbsent(element, name -> new ArrayList<>()).add(text);
  }

  void markDeleted() {
    deleted = true;
  }

  boolean isDeleted() {
    return deleted;
  }

  /**
   * {@code oai:arXiv.org:hep-th/9901001} without its prefix.
   *
   * @throws IllegalArgumentException where the record is of no paper of arXiv
   */
  PaperId id() {
    String identifier = required("identifier").strip();
    boolean arxiv = identifier.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    if (!arxiv) {
      throw new IllegalArgumentException(
          "not a record of arXiv, whose identifiers begin with "
              + PREFIX
              + "; is PAPERBOY_INGEST_ARXIV_SERVER right?");
    }
    return PaperId.arxiv(identifier.substring(PREFIX.length()));
  }

  /** What identifies the record in a list of refusals; the title where nothing better does. */
  String place() {
    return Stream.of("identifier", "title", "dc:title", "datestamp")
        .map(this::first)
        .filter(Objects::nonNull)
        .map(PaperText::line)
        .findFirst()
        .orElse("record without identifier");
  }

  /**
   * @throws IllegalArgumentException saying which field is missing or wrong
   */
  Paper paper() {
    boolean dublinCore = values.containsKey("dc:title");
    String title = PaperText.line(required(dublinCore ? "dc:title" : "title"));
    if (title.isEmpty()) {
      throw new IllegalArgumentException("title is blank");
    }
    String abstractText = PaperText.line(dublinCore ? description(false) : required("abstract"));
    String comments = PaperText.lineOrNull(dublinCore ? description(true) : first("comments"));
    return new Paper(
        id(),
        "arxiv",
        version(),
        title,
        abstractText,
        authors(),
        dublinCore ? ArxivSubjects.categories(all("dc:subject")) : categories(),
        comments,
        PaperText.lineOrNull(first("journal-ref")),
        PaperText.lineOrNull(first("doi")),
        PaperText.lineOrNull(first("license")),
        submitted(),
        revised(),
        date("datestamp", required("datestamp")),
        PaperText.saysWithdrawn(abstractText, comments));
  }

  private String description(boolean comment) {
    List<String> all = all("dc:description");
    if (!comment && all.isEmpty()) {
      throw new IllegalArgumentException("dc:description is missing");
    }
    return comment
        ? all.stream()
            .filter(text -> text.startsWith(COMMENT))
            .map(text -> text.substring(COMMENT.length()))
            .findFirst()
            .orElse(null)
        : all.getFirst();
  }

  private List<String> authors() {
    if (values.containsKey("keyname")) {
      return all("author").stream().map(PaperText::line).filter(name -> !name.isEmpty()).toList();
    }
    if (values.containsKey("authors")) {
      return PaperText.authors(first("authors"));
    }
    return all("dc:creator").stream().map(OaiFields::inOrder).toList();
  }

  /** {@code Baillie, Robert} as {@code Robert Baillie}. */
  private static String inOrder(String name) {
    String line = PaperText.line(name);
    int comma = line.indexOf(", ");
    return comma < 0 ? line : line.substring(comma + 2) + " " + line.substring(0, comma);
  }

  private List<String> categories() {
    String text = first("categories");
    return text == null
        ? List.of()
        : Arrays.stream(PaperText.line(text).split(" "))
            .filter(category -> !category.isEmpty())
            .distinct()
            .toList();
  }

  private Integer version() {
    List<String> versions = all("version");
    if (versions.isEmpty()) {
      return null;
    }
    String last = versions.getLast();
    if (!last.matches("v\\d{1,4}")) {
      throw new IllegalArgumentException("version is «" + last + "»");
    }
    return Integer.valueOf(last.substring(1));
  }

  /** The day of the first version, where the format tells. */
  private LocalDate submitted() {
    if (!all("version-date").isEmpty()) {
      return rfc1123(all("version-date").getFirst());
    }
    String created = first("created") == null ? earliest(all("dc:date")) : first("created");
    return created == null ? null : date("created", created);
  }

  private boolean revised() {
    Integer version = version();
    if (version != null) {
      return version > 1;
    }
    return values.containsKey("updated") || all("dc:date").stream().distinct().count() > 1;
  }

  private static String earliest(List<String> dates) {
    return dates.stream().min(String::compareTo).orElse(null);
  }

  private static LocalDate rfc1123(String text) {
    try {
      return LocalDate.parse(
          text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date of version is «" + text + "»", e);
    }
  }

  private static LocalDate date(String name, String text) {
    try {
      return LocalDate.parse(text.strip().substring(0, Math.min(10, text.strip().length())));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " is «" + text + "», not YYYY-MM-DD", e);
    }
  }

  private String required(String element) {
    String text = first(element);
    if (text == null) {
      throw new IllegalArgumentException(element + " is missing");
    }
    return text;
  }

  private String first(String element) {
    List<String> all = all(element);
    return all.isEmpty() ? null : all.getFirst();
  }

  private List<String> all(String element) {
    return values.getOrDefault(element, List.of());
  }
}
