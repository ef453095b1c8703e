package dev.paperboy.ingest.harvest;

import dev.paperboy.backing.FakeArxiv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Seven papers of today on three pages; no two archives have a paper in common. */
record Archive(int number, FakeArxiv server) implements AutoCloseable {
  private static final int PAPERS = 7;
  private static final int PAGE = 3;
  private static final int APART = 10;

  static Archive open(int number) throws IOException {
    Path directory = Files.createDirectories(Path.of("target", "archives", "a" + number));
    Files.writeString(
        directory.resolve("records.xml"),
        IntStream.rangeClosed(1, PAPERS)
            .mapToObj(n -> record(number * APART + n, "T"))
            .collect(Collectors.joining("\n")));
    return new Archive(number, FakeArxiv.recorded(directory, PAGE));
  }

  /** The ids of its papers. */
  Set<String> papers() {
    return IntStream.rangeClosed(1, PAPERS)
        .mapToObj(n -> "arxiv:2605.%05d".formatted(number * APART + n))
        .collect(Collectors.toSet());
  }

  private static String record(int id, String title) {
    return """
        <record><header><identifier>oai:arXiv.org:2605.%05d</identifier><datestamp>%s</datestamp></header>
        <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><version version="v1"><date>Tue, 12 May 2026 08:18:33 GMT</date></version>
        <title>%s</title><authors>Specimen Author 1</authors><categories>cs.CL</categories><abstract>A</abstract></arXivRaw></metadata></record>
        """
        .formatted(id, LocalDate.now(ZoneOffset.UTC), title);
  }

  @Override
  public void close() {
    server.close();
  }
}
