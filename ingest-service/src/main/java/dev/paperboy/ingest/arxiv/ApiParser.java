package dev.paperboy.ingest.arxiv;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperText;
import dev.paperboy.ingest.source.Refusal;
import dev.paperboy.ingest.xml.HardenedXml;
import dev.paperboy.ingest.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads answers of arXiv's query API, which are Atom; errors are an entry.
 *
 * @see <a href="https://info.arxiv.org/help/api/user-manual.html">the API's manual</a>
 */
final class ApiParser {
  private static final String ABSTRACT_PAGE = "/abs/";
  private static final String ERRORS = "/api/errors";

  private final List<Paper> papers = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private Integer total;
  private String error;
  private boolean isFeed;

  private ApiParser() {}

  /**
   * @throws IOException where the document is malformed, cut off, or no Atom feed
   */
  static ApiResponse parse(InputStream document) throws IOException {
    ApiParser parser = new ApiParser();
    HardenedXml.read(document, parser::element);
    if (!parser.isFeed) {
      throw new IOException("the answer is XML, but no Atom feed");
    }
    return new ApiResponse(
        List.copyOf(parser.papers), List.copyOf(parser.refusals), parser.total, parser.error);
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "feed" -> isFeed = true;
      case "totalResults" -> {
        String text = XmlText.of(xml).strip();
        total = text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
      }
      case "entry" -> add(FeedEntry.read(xml));
      default -> {
        // title, link and the like
      }
    }
  }

  private void add(FeedEntry entry) {
    String id = entry.first("id") == null ? "entry without id" : entry.first("id").strip();
    if (id.contains(ERRORS)) {
      error = PaperText.line(entry.first("summary") == null ? id : entry.first("summary"));
      return;
    }
    try {
      papers.add(paper(id, entry));
    } catch (IllegalArgumentException e) {
      refusals.add(new Refusal(id, e.getMessage()));
    }
  }

  /**
   * @param url {@code http://arxiv.org/abs/2605.00001v1}
   */
  private static Paper paper(String url, FeedEntry entry) {
    int page = url.indexOf(ABSTRACT_PAGE);
    if (page < 0) {
      throw new IllegalArgumentException("id is «" + url + "», no abstract page");
    }
    String id = url.substring(page + ABSTRACT_PAGE.length());
    Integer version = FeedEntry.version(id);
    String abstractText = PaperText.line(entry.required("summary"));
    String comments = PaperText.lineOrNull(entry.first("comment"));
    return new Paper(
        PaperId.arxiv(id),
        "arxiv",
        version,
        entry.title(),
        abstractText,
        entry.all("name").stream().map(PaperText::line).filter(name -> !name.isEmpty()).toList(),
        Stream.concat(entry.all("primary_category").stream(), entry.all("category").stream())
            .distinct()
            .toList(),
        comments,
        PaperText.lineOrNull(entry.first("journal_ref")),
        PaperText.lineOrNull(entry.first("doi")),
        null,
        FeedEntry.day("published", entry.required("published")),
        version != null && version > 1,
        FeedEntry.day("updated", entry.required("updated")),
        PaperText.saysWithdrawn(abstractText, comments));
  }
}
