package dev.paperboy.ingest.arxiv;

import dev.paperboy.ingest.paper.PaperText;
import dev.paperboy.ingest.xml.XmlText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An entry of an Atom feed or an item of an RSS feed as text by element name: arXiv's extensions
 * have the same local names in both.
 *
 * @see <a href="https://info.arxiv.org/help/rss_specifications.html">arXiv's RSS elements</a>
 */
final class FeedEntry {
  private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})$");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** Reads to the end of the element whose start was just read. */
  static FeedEntry read(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getLocalName();
    FeedEntry entry = new FeedEntry();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name)) {
        return entry;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String element = xml.getLocalName();
      String term = xml.getAttributeValue(null, "term");
      if (term != null) {
        // Atom says categories in an attribute, RSS in the text.
        entry.add(element, term);
        XmlText.of(xml);
      } else if (!element.equals("author")) {
        // An Atom author is a container: its name comes next.
        entry.add(element, XmlText.of(xml));
      }
    }
  }

  private void add(String element, String text) {
    values.computeIfAbsent(element, name -> new ArrayList<>()).add(text);
  }

  List<String> all(String element) {
    return values.getOrDefault(element, List.of());
  }

  /** Null where the entry has none. */
  String first(String element) {
    List<String> all = all(element);
    return all.isEmpty() ? null : all.getFirst();
  }

  /**
   * @throws IllegalArgumentException where the entry has none
   */
  String required(String element) {
    String text = first(element);
    if (text == null) {
      throw new IllegalArgumentException(element + " is missing");
    }
    return text;
  }

  /**
   * @throws IllegalArgumentException where it is missing or blank
   */
  String title() {
    String title = PaperText.line(required("title"));
    if (title.isEmpty()) {
      throw new IllegalArgumentException("title is blank");
    }
    return title;
  }

  /** The version at the end of an id; null where it has none. */
  static Integer version(String id) {
    Matcher m = VERSION.matcher(id.strip());
    return m.find() ? Integer.valueOf(m.group(1)) : null;
  }

  /**
   * The day in the date's own offset: {@code 2026-05-12T00:00:00-04:00} or {@code Tue, 12 May 2026
   * 00:00:00 -0400}.
   *
   * @throws IllegalArgumentException where it is neither
   */
  static LocalDate day(String name, String text) {
    String date = text.strip();
    try {
      return Character.isDigit(date.charAt(0))
          ? OffsetDateTime.parse(date).toLocalDate()
          : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toLocalDate();
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(name + " is «" + text + "», no date", e);
    }
  }
}
