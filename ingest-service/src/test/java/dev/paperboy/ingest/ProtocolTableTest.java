package dev.paperboy.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.ingest.arxiv.ArxivReaders;
import dev.paperboy.ingest.attention.AttentionReaders;
import dev.paperboy.ingest.biorxiv.BiorxivReaders;
import dev.paperboy.ingest.source.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Every answer of a real server that was recorded, through the source that reads its like: what it
 * took, what it refused and in which words. The answers stand beside the checkout on some machines.
 *
 * <p>How many records a file has is counted apart from any parser, by a pattern over its text.
 */
class ProtocolTableTest {
  private static final Path ROOT = Path.of("../../shared/data/protocol");
  private static final String LINE = "| %-60s | %-13s | %4s | %4s | %4s | %4s | %4s | %s%n";

  /**
   * Who reads a folder.
   *
   * @param source its feed
   * @param record what each of its records has once; null where nobody reads it
   * @param reader null where nobody reads it
   * @param why nobody reads it
   */
  private record Folder(String source, Pattern record, Read.Reader reader, String why) {}

  private static final Map<String, Folder> FOLDERS = new LinkedHashMap<>();

  static {
    reads("oai", "arxiv-oai", "<record[ >]", ArxivReaders::oai);
    reads("arxiv-api", "arxiv-api", "<entry>", ArxivReaders::api);
    reads("arxiv-rss", "arxiv-rss", "<entry>", ArxivReaders::listing);
    reads("biorxiv", "biorxiv", "\"doi\":", BiorxivReaders::details);
    reads("hf-daily", "hf-daily", "['\"]paper['\"]: ?\\{", AttentionReaders::hfDaily);
    reads("openalex", "openalex", "\"relevance_score\":", AttentionReaders::openAlex);
    ignored(
        "crossref",
        "no source reads this: Crossref registers journals' DOIs; that a preprint was printed, its"
            + " archive tells");
    // A list of papers, as it is asked for, has the records that these other answers hold.
    reads(
        "semantic-scholar",
        "semantic-scholar",
        "\"influentialCitationCount\":",
        AttentionReaders::semanticScholar);
    ignored("docs", "documentation for people");
  }

  private static void reads(String folder, String feed, String record, Read.Reader reader) {
    FOLDERS.put(folder, new Folder(feed, Pattern.compile(record), reader, ""));
  }

  private static void ignored(String folder, String why) {
    FOLDERS.put(folder, new Folder("none", null, null, why));
  }

  @Test
  void everyFileIsReadOrNamed() throws IOException {
    assumeTrue(
        Files.isDirectory(ROOT), "SKIPPED: recorded answers are not beside this checkout: " + ROOT);
    Map<String, String> summary = new LinkedHashMap<>();
    System.out.printf(
        LINE, "file", "source", "has", "read", "gone", "pass", "bad", "the operator is told");
    for (Path file : files()) {
      String name = ROOT.relativize(file).toString();
      Folder folder = FOLDERS.get(name.substring(0, name.indexOf('/')));
      assertThat(folder).as("who reads " + name).isNotNull();
      if (folder.reader() == null) {
        System.out.printf(LINE, name, folder.source(), "", "", "", "", "", folder.why());
        continue;
      }
      String text = text(file);
      int has = count(folder.record(), name.startsWith("arxiv-api") ? unescaped(text) : text);
      Read read = read(folder, text);
      System.out.printf(
          LINE,
          name,
          folder.source(),
          has,
          read.accepted(),
          read.removed(),
          read.passed(),
          read.refused().size(),
          told(read));
      summary.put(name, read.accepted() + "/" + has);
      checkNothingIsSilent(name, has, read);
    }
    checkCounts(summary);
  }

  /** Each record was taken, taken as a removal, passed over as no paper, or refused. */
  private static void checkNothingIsSilent(String name, int has, Read read) {
    if (read.said().isEmpty()) {
      assertThat(read.records()).as(name).isEqualTo(has);
    } else {
      assertThat(read.accepted()).as(name).isZero();
    }
    assertThat(read.refused())
        .allSatisfy(
            refusal -> {
              assertThat(refusal.place()).isNotBlank();
              assertThat(refusal.reason()).isNotBlank();
            });
  }

  private static void checkCounts(Map<String, String> summary) {
    assertThat(summary)
        .containsEntry("oai/harvest-2023-03-07/page-1.xml.gz", "1000/1000")
        .containsEntry("oai/harvest-2023-03-07/page-2.xml.gz", "1000/1000")
        .containsEntry("oai/harvest-2023-03-07/page-3.xml.gz", "265/265")
        .containsEntry("oai/harvest-2023-03-07/get-record.xml", "1/1")
        .containsEntry("oai/arxiv-format/sample_arxiv_record.xml", "12/12")
        .containsEntry("oai/arxiv-format/arxiv-physics-hep-th.xml", "3/3")
        .containsEntry("oai/errors/00005.xml", "0/16")
        .containsEntry("arxiv-rss/cs.AI.atom.xml", "7/7")
        .containsEntry("arxiv-api/q_testing_s0_m100_cfe7536492ca.json", "100/100")
        .containsEntry("arxiv-api/id_0808.05394_1707.08567_s0_m100_42e5aa0ec3af.json", "1/1")
        .containsEntry("biorxiv/biorxiv_search.json", "100/100")
        .containsEntry("biorxiv/medrxiv_search.json", "100/100")
        .containsEntry("hf-daily/2026-06-01.json.gz", "49/49")
        .containsEntry("hf-daily/2026-06-10.json.gz", "35/35")
        .containsEntry("openalex/openalex_search.json", "0/3")
        .containsEntry("semantic-scholar/Author.json", "60/60")
        .containsEntry("semantic-scholar/Citation.json", "1/1")
        .containsEntry("semantic-scholar/Reference.json", "1/1");
    assertThat(accepted(summary, "oai/harvest")).isEqualTo(2265 + 1);
    assertThat(accepted(summary, "oai/arxiv-format")).isEqualTo(24);
    assertThat(accepted(summary, "oai/errors")).isZero();
    assertThat(accepted(summary, "arxiv-api")).isEqualTo(221);
    assertThat(accepted(summary, "hf-daily")).isEqualTo(256);
  }

  private static int accepted(Map<String, String> summary, String folder) {
    return summary.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(folder))
        .mapToInt(entry -> Integer.parseInt(entry.getValue().split("/")[0]))
        .sum();
  }

  private static Read read(Folder folder, String text) {
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return folder.reader().read(in);
    } catch (IOException e) {
      return Read.said("refused: " + e.getMessage());
    }
  }

  /** The same reasons together, with one of the records. */
  private static String told(Read read) {
    if (read.said().isEmpty() && read.records() == read.passed()) {
      return read.passed() == 0
          ? "nothing: the list is empty"
          : "nothing: these are of no archive that Paperboy reads";
    }
    Map<String, List<Refusal>> reasons =
        read.refused().stream()
            .collect(
                Collectors.groupingBy(Refusal::reason, LinkedHashMap::new, Collectors.toList()));
    return Stream.concat(
            Stream.of(read.said()).filter(said -> !said.isEmpty()),
            reasons.entrySet().stream()
                .map(
                    reason ->
                        reason.getValue().size()
                            + " × "
                            + reason.getValue().getFirst().place()
                            + ": "
                            + reason.getKey()))
        .collect(Collectors.joining("; "));
  }

  private static int count(Pattern record, String text) {
    Matcher found = record.matcher(text);
    int count = 0;
    while (found.find()) {
      count++;
    }
    return count;
  }

  /** Errors of arXiv's API are entries, too, and no records. */
  private static String unescaped(String json) {
    return json.contains("/api/errors") ? "" : json;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(ROOT)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
