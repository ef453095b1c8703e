package dev.paperboy.ingest.arxiv;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperText;
import dev.paperboy.ingest.source.Refusal;
import dev.paperboy.ingest.xml.HardenedXml;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads answers of an OAI-PMH 2.0 server in the formats arXiv, arXivRaw and oai_dc, in one pass.
 *
 * <p>One bad record is refused and passed over; a bad document fails as a whole, since nothing
 * tells what is missing from it.
 *
 * @see <a href="https://www.openarchives.org/OAI/openarchivesprotocol.html">OAI-PMH 2.0</a>
 */
final class OaiParser {
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  private static final int DATE_CHARS = 10;

  private final List<Paper> papers = new ArrayList<>();
  private final List<PaperId> deleted = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private LocalDate responseDate;
  private String token;
  private Integer listSize;
  private String error;
  private String errorText;
  private boolean isOai;
  private boolean isAnswer;

  private OaiParser() {}

  /**
   * @throws IOException where the document is malformed, cut off, or no OAI-PMH answer
   */
  static OaiResponse parse(InputStream document) throws IOException {
    OaiParser parser = new OaiParser();
    HardenedXml.read(document, parser::element);
    if (!parser.isOai) {
      throw new IOException("the answer is XML, but no OAI-PMH");
    }
    if (!parser.isAnswer) {
      throw new IOException("the answer is OAI-PMH, but holds neither records nor an error");
    }
    return new OaiResponse(
        parser.responseDate,
        List.copyOf(parser.papers),
        List.copyOf(parser.deleted),
        List.copyOf(parser.refusals),
        parser.token,
        parser.listSize,
        parser.error,
        parser.errorText);
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "OAI-PMH" -> isOai = true;
      case "responseDate" -> responseDate = dateOrNull(xml.getElementText());
      case "record" -> add(record(xml));
      case "resumptionToken" -> readToken(xml);
      case "ListRecords", "GetRecord" -> isAnswer = true;
      case "error" -> {
        isAnswer = true;
        error = xml.getAttributeValue(null, "code");
        errorText = PaperText.line(xml.getElementText());
      }
      default -> {
        // request and the like
      }
    }
  }

  private static LocalDate dateOrNull(String text) {
    String date = text.strip();
    return date.matches("\\d{4}-\\d{2}-\\d{2}.*")
        ? LocalDate.parse(date.substring(0, DATE_CHARS))
        : null;
  }

  private void readToken(XMLStreamReader xml) throws XMLStreamException {
    String size = xml.getAttributeValue(null, "completeListSize");
    listSize = size != null && size.matches("\\d{1,9}") ? Integer.valueOf(size) : null;
    String text = xml.getElementText().strip();
    token = text.isEmpty() ? null : text;
  }

  private void add(OaiFields fields) {
    try {
      if (fields.isDeleted()) {
        deleted.add(fields.id());
      } else {
        papers.add(fields.paper());
      }
    } catch (IllegalArgumentException e) {
      refusals.add(new Refusal(fields.place(), e.getMessage()));
    }
  }

  private static OaiFields record(XMLStreamReader xml) throws XMLStreamException {
    OaiFields fields = new OaiFields();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("record")) {
        return fields;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "header" -> {
          if ("deleted".equals(xml.getAttributeValue(null, "status"))) {
            fields.markDeleted();
          }
        }
        case "metadata", "arXiv", "arXivRaw", "dc", "about" -> {
          // containers
        }
        case "version" -> {
          fields.add("version", String.valueOf(xml.getAttributeValue(null, "version")));
          version(xml, fields);
        }
        case "authors" -> authors(xml, fields);
        default -> {
          String prefix = DUBLIN_CORE.equals(xml.getNamespaceURI()) ? "dc:" : "";
          fields.add(prefix + xml.getLocalName(), xml.getElementText());
        }
      }
    }
  }

  /** {@code version} of arXivRaw: its date, size and source type. */
  private static void version(XMLStreamReader xml, OaiFields fields) throws XMLStreamException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("version")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        fields.add("version-" + xml.getLocalName(), xml.getElementText());
      }
    }
  }

  /** {@code authors} is plain text in arXivRaw and a list of names in parts in arXiv. */
  private static void authors(XMLStreamReader xml, OaiFields fields) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    String[] name = new String[3];
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> {
          switch (xml.getLocalName()) {
            case "author" -> name = new String[3];
            case "forenames" -> name[0] = xml.getElementText();
            case "keyname" -> {
              name[1] = xml.getElementText();
              fields.add("keyname", name[1]);
            }
            case "suffix" -> name[2] = xml.getElementText();
            default -> xml.getElementText();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (xml.getLocalName().equals("author")) {
            fields.add("author", joined(name));
          } else if (xml.getLocalName().equals("authors")) {
            if (!text.toString().isBlank()) {
              fields.add("authors", text.toString());
            }
            return;
          }
        }
        default -> {
          // comments and the like
        }
      }
    }
  }

  private static String joined(String[] name) {
    StringBuilder whole = new StringBuilder();
    for (String part : name) {
      if (part != null) {
        whole.append(part).append(' ');
      }
    }
    return whole.toString();
  }
}
