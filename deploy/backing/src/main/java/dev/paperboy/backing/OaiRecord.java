package dev.paperboy.backing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record of an OAI-PMH server, deleted ones too.
 *
 * @param identifier such as {@code oai:arXiv.org:2605.00001}
 * @param datestamp the day of its last change
 * @param sets such as {@code physics:hep-th}
 * @param xml the whole {@code <record>} element, in the namespace of its document
 */
record OaiRecord(String identifier, LocalDate datestamp, List<String> sets, String xml) {
  private static final String END = "</record>";
  private static final Pattern START = Pattern.compile("<record(\\s[^>]*)?>");
  private static final Pattern IDENTIFIER =
      Pattern.compile("<identifier>\\s*([^<]+?)\\s*</identifier>");
  private static final Pattern DATESTAMP =
      Pattern.compile("<datestamp>\\s*(\\d{4}-\\d\\d-\\d\\d)[^<]*</datestamp>");
  private static final Pattern SET = Pattern.compile("<setSpec>\\s*([^<]+?)\\s*</setSpec>");

  /**
   * Reads one element.
   *
   * @throws IllegalArgumentException where its header lacks identifier or datestamp
   */
  static OaiRecord of(String xml) {
    int end = xml.indexOf("</header>");
    String header = end < 0 ? "" : xml.substring(0, end);
    List<String> sets = new ArrayList<>();
    Matcher set = SET.matcher(header);
    while (set.find()) {
      sets.add(set.group(1));
    }
    try {
      return new OaiRecord(
          first(IDENTIFIER, header), LocalDate.parse(first(DATESTAMP, header)), sets, xml);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no day: " + e.getParsedString(), e);
    }
  }

  /** All records in a text: a document with some, or nothing but such elements. */
  static List<OaiRecord> all(String text) {
    List<OaiRecord> records = new ArrayList<>();
    Matcher start = START.matcher(text);
    int from = 0;
    while (start.find(from)) {
      int end = text.indexOf(END, start.end());
      if (end < 0) {
        throw new IllegalArgumentException("a record is cut off");
      }
      from = end + END.length();
      records.add(of(text.substring(start.start(), from)));
    }
    return records;
  }

  /** Whether it is in that set or in one below it. */
  boolean isIn(String set) {
    return sets.stream().anyMatch(own -> own.equals(set) || own.startsWith(set + ":"));
  }

  private static String first(Pattern pattern, String header) {
    Matcher found = pattern.matcher(header);
    if (!found.find()) {
      throw new IllegalArgumentException("a record's header lacks " + pattern);
    }
    return found.group(1);
  }
}
