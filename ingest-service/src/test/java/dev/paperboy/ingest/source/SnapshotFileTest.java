package dev.paperboy.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.ingest.paper.Paper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
  private static final LocalDate DAY = LocalDate.parse("2026-05-12");
  @TempDir Path dir;

  @Test
  void readsPlainAndGzippedFilesAlike() throws IOException {
    String line = line("2605.00001", "2026-05-12");
    Path plain = Files.writeString(dir.resolve("papers.jsonl"), line);
    Path gzip = dir.resolve("papers.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(line.getBytes(UTF_8));
    }
    assertThat(papers(new SnapshotFile(plain, null), null))
        .isEqualTo(papers(new SnapshotFile(gzip, null), null))
        .hasSize(1);
  }

  @Test
  void takesOnlyTheChosenDay() throws IOException {
    Path file =
        write(
            line("2605.00001", "2026-05-11"),
            line("2605.00002", "2026-05-12"),
            line("2605.00003", "2026-05-13"));
    assertThat(papers(new SnapshotFile(file, DAY), null))
        .extracting(paper -> paper.id().toString())
        .containsExactly("arxiv:2605.00002");
  }

  @Test
  void goesOnBehindACheckpoint() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      lines.add(line("2605.%05d".formatted(i), "2026-05-12"));
    }
    SnapshotFile source = new SnapshotFile(write(lines.toArray(String[]::new)), null);
    String checkpoint;
    try (PaperSource.Pages pages = source.open(null, false)) {
      Page first = pages.next();
      assertThat(first.papers()).hasSize(1000);
      checkpoint = first.checkpoint();
    }
    List<Paper> rest = papers(source, checkpoint);
    assertThat(rest).hasSize(1500);
    assertThat(rest.getFirst().id().toString()).isEqualTo("arxiv:2605.01000");
  }

  @Test
  void hasNoMoreOnceItsEndWasReached() throws IOException {
    SnapshotFile source = new SnapshotFile(write(line("2605.00001", "2026-05-12")), null);
    String end;
    try (PaperSource.Pages pages = source.open(null, false)) {
      end = pages.next().checkpoint();
      assertThat(pages.next()).isNull();
    }
    assertThat(papers(source, end)).isEmpty();
  }

  @Test
  void readsAChangedFileFromTheStart() throws IOException {
    Path file = write(line("2605.00001", "2026-05-12"));
    String end;
    try (PaperSource.Pages pages = new SnapshotFile(file, null).open(null, false)) {
      end = pages.next().checkpoint();
    }
    Files.writeString(
        file, line("2605.00001", "2026-05-12") + "\n" + line("2605.00002", "2026-05-12"));
    assertThat(papers(new SnapshotFile(file, null), end)).hasSize(2);
  }

  @Test
  void refusesBrokenLinesByNumberAndKeepsTheirNeighbours() throws IOException {
    Path file =
        write(
            line("2605.00001", "2026-05-12"),
            "{\"id\": \"2605.00002\", ",
            "{\"id\": \"2605.00003\", \"abstract\": \"x\", \"update_date\": \"2026-05-12\"}",
            "{\"id\": \"nonsense\", \"title\": \"t\", \"abstract\": \"x\", \"update_date\": \"2026-05-12\"}",
            "null",
            line("2605.00004", "12 May"),
            "",
            line("2605.00005", "2026-05-12"));
    try (PaperSource.Pages pages = new SnapshotFile(file, null).open(null, false)) {
      Page page = pages.next();
      assertThat(page.papers())
          .extracting(p -> p.id().local())
          .containsExactly("2605.00001", "2605.00005");
      assertThat(page.refusals())
          .extracting(Refusal::reason)
          .satisfiesExactly(
              reason -> assertThat(reason).startsWith("line 2: not JSON"),
              reason -> assertThat(reason).isEqualTo("line 3: title is missing"),
              reason -> assertThat(reason).isEqualTo("line 4: not an arXiv id: nonsense"),
              reason -> assertThat(reason).isEqualTo("line 5: the line holds null"),
              reason ->
                  assertThat(reason).isEqualTo("line 6: update_date is «12 May», not YYYY-MM-DD"));
    }
  }

  @Test
  void refusesALineThatIsTooLongAndReadsOn() throws IOException {
    String huge = "{\"id\": \"2605.00001\", \"abstract\": \"" + "x".repeat(5_000_000) + "\"}";
    Path file = write(huge, line("2605.00002", "2026-05-12"));
    try (PaperSource.Pages pages = new SnapshotFile(file, null).open(null, false)) {
      Page page = pages.next();
      assertThat(page.papers()).hasSize(1);
      assertThat(page.refusals())
          .extracting(Refusal::reason)
          .containsExactly("line 1: longer than 4194304 bytes");
    }
  }

  @Test
  void readsVersionsAndParsedAuthorsWhereTheSnapshotHasThem() throws IOException {
    Path file =
        write(
            """
            {"id": "2605.00001", "title": "T", "abstract": "A", "authors": "ignored", "categories": "math.AG hep-th",\
             "authors_parsed": [["Author 1", "Specimen", ""], ["Author 2", "Specimen", "Jr."]],\
             "versions": [{"version": "v1"}, {"version": "v3"}], "update_date": "2026-05-12"}""");
    Paper paper = papers(new SnapshotFile(file, null), null).getFirst();
    assertThat(paper.version()).isEqualTo(3);
    assertThat(paper.authors()).containsExactly("Specimen Author 1", "Specimen Author 2 Jr.");
    assertThat(paper.categories()).containsExactly("math.AG", "hep-th");
  }

  @Test
  void saysWhichFileIsMissing() {
    SnapshotFile source = new SnapshotFile(dir.resolve("none.jsonl"), null);
    assertThatThrownBy(() -> source.open(null, false))
        .hasMessageContaining("none.jsonl")
        .hasMessageContaining("no such snapshot file");
  }

  private Path write(String... lines) throws IOException {
    return Files.writeString(dir.resolve("papers.jsonl"), String.join("\n", lines) + "\n");
  }

  private static List<Paper> papers(SnapshotFile source, String checkpoint) throws IOException {
    List<Paper> papers = new ArrayList<>();
    try (PaperSource.Pages pages = source.open(checkpoint, false)) {
      for (Page page = pages.next(); page != null; page = pages.next()) {
        papers.addAll(page.papers());
      }
    }
    return papers;
  }

  private static String line(String id, String date) {
    return "{\"id\": \"%s\", \"title\": \"A title\", \"abstract\": \"Text.\", \"authors\": \"Specimen Author 1\", \"categories\": \"cs.CL\", \"update_date\": \"%s\"}"
        .formatted(id, date);
  }
}
