package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Answers ListRecords over a set of records as arXiv does: day granularity, pages, tokens that hold
 * a list together while records change, and that die at midnight.
 *
 * <p>A record comes in the metadata format that it was recorded in, whichever is asked for.
 *
 * @see <a href="https://www.openarchives.org/OAI/openarchivesprotocol.html">OAI-PMH 2.0</a>
 */
final class RecordedList implements OaiAnswers {
  private static final Pattern OTHER_ANSWER = Pattern.compile("<(GetRecord|ListIdentifiers)[\\s>]");

  private final Map<String, OaiRecord> records = new LinkedHashMap<>();
  private final Map<Integer, List<OaiRecord>> openLists = new HashMap<>();
  private final int pageSize;
  private int lastList = 6_511_259;

  /** Starts with no records. */
  RecordedList(int pageSize) {
    if (pageSize < 1) {
      throw new IllegalArgumentException("a page holds a record or more, not " + pageSize);
    }
    this.pageSize = pageSize;
  }

  /**
   * Reads the records of all {@code *.xml} and {@code *.xml.gz} files of a directory, in the order
   * of their names: ListRecords answers, or nothing but {@code <record>} elements. Answers to other
   * requests are passed over.
   *
   * @throws IOException where a file cannot be read or there is no record at all
   */
  static RecordedList in(Path directory, int pageSize) throws IOException {
    RecordedList list = new RecordedList(pageSize);
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(file -> file.toString().matches(".*\\.xml(\\.gz)?")).sorted().toList();
    }
    for (Path file : files) {
      String text = text(file);
      if (!OTHER_ANSWER.matcher(text).find()) {
        try {
          list.put(OaiRecord.all(text));
        } catch (IllegalArgumentException e) {
          throw new IOException(file + ": " + e.getMessage(), e);
        }
      }
    }
    if (list.records.isEmpty()) {
      throw new IOException("no records in " + directory);
    }
    return list;
  }

  /** Adds records; one with a known identifier takes the former's place. */
  synchronized void put(Collection<OaiRecord> changed) {
    changed.forEach(record -> records.put(record.identifier(), record));
  }

  synchronized int size() {
    return records.size();
  }

  @Override
  public synchronized void expireTokens() {
    openLists.clear();
  }

  @Override
  public synchronized byte[] to(Map<String, String> arguments) {
    if (!"ListRecords".equals(arguments.get("verb"))) {
      return OaiAnswers.error("badVerb", "only ListRecords is served here");
    }
    String token = arguments.get("resumptionToken");
    if (token != null) {
      return arguments.size() == 2
          ? resume(token)
          : OaiAnswers.error("badArgument", "resumptionToken is exclusive");
    }
    if (!arguments.containsKey("metadataPrefix")) {
      return OaiAnswers.error("badArgument", "metadataPrefix is required");
    }
    LocalDate from;
    LocalDate until;
    try {
      from = LocalDate.parse(arguments.getOrDefault("from", "0001-01-01"));
      until = LocalDate.parse(arguments.getOrDefault("until", "9999-12-31"));
    } catch (DateTimeParseException e) {
      return OaiAnswers.error("badArgument", "from and until are days");
    }
    if (from.isAfter(until)) {
      return OaiAnswers.error("badArgument", "from is later than until");
    }
    return begin(from, until, arguments.get("set"));
  }

  private byte[] begin(LocalDate from, LocalDate until, String set) {
    List<OaiRecord> list =
        records.values().stream()
            .filter(record -> !record.datestamp().isBefore(from))
            .filter(record -> !record.datestamp().isAfter(until))
            .filter(record -> set == null || record.isIn(set))
            .toList();
    if (list.isEmpty()) {
      return OaiAnswers.error("noRecordsMatch", "");
    }
    lastList++;
    if (list.size() > pageSize) {
      openLists.put(lastList, list);
    }
    return page(lastList, list, 0);
  }

  /**
   * A token is {@code list|number of its next record, from 1}, as arXiv's were; it may be repeated.
   */
  private byte[] resume(String token) {
    try {
      String[] parts = token.split("\\|", -1);
      int id = Integer.parseInt(parts[0]);
      int start = Integer.parseInt(parts[1]) - 1;
      List<OaiRecord> list = openLists.get(id);
      if (list != null && start > 0 && start < list.size() && start % pageSize == 0) {
        return page(id, list, start);
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // Not one of ours: answered as such.
    }
    return OaiAnswers.error("badResumptionToken", "the token is unknown or has expired");
  }

  private byte[] page(int id, List<OaiRecord> list, int start) {
    int end = Math.min(start + pageSize, list.size());
    String next = end < list.size() ? id + "|" + (end + 1) : "";
    String token =
        list.size() <= pageSize
            ? ""
            : "\n<resumptionToken cursor=\"%d\" completeListSize=\"%d\">%s</resumptionToken>"
                .formatted(start, list.size(), next);
    return OaiAnswers.document(
        list.subList(start, end).stream()
            .map(OaiRecord::xml)
            .collect(Collectors.joining("\n", "<ListRecords>\n", token + "\n</ListRecords>")));
  }

  private static String text(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
