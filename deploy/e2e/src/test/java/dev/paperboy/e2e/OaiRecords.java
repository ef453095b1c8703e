package dev.paperboy.e2e;

import dev.paperboy.backing.FakeArxiv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fake arXivs with records in the format oai_dc, all changed on {@link #DAY}. */
final class OaiRecords {
  /** The day of the recorded harvest. */
  static final String DAY = "2023-03-07";

  private static final Path RECORDED =
      Path.of(System.getProperty("paperboy.root"))
          .resolve("../shared/data/protocol/oai/harvest-2023-03-07");

  private OaiRecords() {}

  /** Whether a recorded harvest of arXiv is at hand. */
  static boolean areRecorded() {
    return Files.isDirectory(RECORDED);
  }

  /** The recorded harvest. */
  static FakeArxiv recorded(int pageSize) throws IOException {
    return FakeArxiv.recorded(RECORDED, pageSize);
  }

  /**
   * Records of our own.
   *
   * @param scratch an empty directory to write them to
   */
  static FakeArxiv madeUp(int count, int pageSize, Path scratch) throws IOException {
    Files.writeString(
        Files.createDirectories(scratch).resolve("records.xml"),
        IntStream.rangeClosed(1, count)
            .mapToObj(OaiRecords::record)
            .collect(Collectors.joining("\n")));
    return FakeArxiv.recorded(scratch, pageSize);
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
