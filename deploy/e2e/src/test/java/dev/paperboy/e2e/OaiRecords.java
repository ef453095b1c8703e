package dev.paperboy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Records of an OAI-PMH archive in the format oai_dc, all changed on one day.
 *
 * @param name what they are, for the test's output
 * @param records each a whole {@code <record>} element
 */
record OaiRecords(String name, List<String> records) {
  /** The day of the recorded harvest. */
  static final String DAY = "2023-03-07";

  private static final Path RECORDED =
      Path.of(System.getProperty("paperboy.root"))
          .resolve("../shared/data/protocol/oai/harvest-2023-03-07");
  private static final Pattern RECORD = Pattern.compile("<record>.*?</record>", Pattern.DOTALL);
  private static final int MADE_UP = 600;

  /** The recorded harvest of arXiv where it is at hand, else made-up records. */
  static OaiRecords recordedOrMadeUp() throws IOException {
    if (!Files.isDirectory(RECORDED)) {
      return new OaiRecords(
          MADE_UP + " made-up records: the recorded harvest is not here, that part is skipped",
          madeUp(MADE_UP).records());
    }
    List<String> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(RECORDED)) {
      for (Path page :
          files
              .filter(file -> file.getFileName().toString().startsWith("page-"))
              .sorted()
              .toList()) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(page))) {
          Matcher record = RECORD.matcher(new String(in.readAllBytes(), UTF_8));
          while (record.find()) {
            records.add(record.group());
          }
        }
      }
    }
    return new OaiRecords("the recorded harvest of " + DAY, List.copyOf(records));
  }

  /** That many records of our own. */
  static OaiRecords madeUp(int count) {
    return new OaiRecords(
        count + " made-up records",
        IntStream.rangeClosed(1, count).mapToObj(OaiRecords::record).toList());
  }

  /** Whole answers to ListRecords; each but the last ends in a resumption token. */
  List<byte[]> pages(int size) {
    List<byte[]> pages = new ArrayList<>();
    for (int from = 0; from < records.size(); from += size) {
      int to = Math.min(records.size(), from + size);
      String token = to == records.size() ? "" : "6511260|" + (to + 1);
      pages.add(page(records.subList(from, to), from, token));
    }
    return pages;
  }

  private byte[] page(List<String> some, int cursor, String token) {
    // arXiv's tokens end with the day on which they were given: this is today's.
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <responseDate>%s</responseDate><request verb="ListRecords">http://localhost/oai</request>
        <ListRecords>%s<resumptionToken cursor="%d" completeListSize="%d">%s</resumptionToken>
        </ListRecords></OAI-PMH>
        """
        .strip()
        .formatted(Instant.now(), String.join("\n", some), cursor, records.size(), token)
        .getBytes(UTF_8);
  }

  private static String record(int number) {
    return """
        <record><header><identifier>oai:arXiv.org:2303.%05d</identifier><datestamp>%s</datestamp></header>
        <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
          xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Specimen %d</dc:title>
        <dc:creator>Author %d, Specimen</dc:creator><dc:subject>Computer Science - Machine Learning</dc:subject>
        <dc:description>The abstract of specimen %d.</dc:description><dc:date>%s</dc:date></oai_dc:dc></metadata></record>
        """
        .formatted(number, DAY, number, number, number, DAY);
  }
}
