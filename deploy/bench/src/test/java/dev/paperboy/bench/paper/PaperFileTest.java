package dev.paperboy.bench.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperFileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  @TempDir private Path dir;

  @Test
  void firstPapersBecomeTheDaysFirstVersions() throws Exception {
    Path file = dir.resolve("papers.jsonl");
    Files.write(
        file,
        List.of(
            "{\"id\":\"0704.0001\",\"title\":\"One\",\"versions\":[{\"version\":\"v3\"}]}",
            "no paper",
            "{\"id\":\"0704.0001\",\"title\":\"One again\"}",
            "{\"id\":\"0704.0002\",\"title\":\"Two\"}",
            "{\"id\":\"0704.0003\",\"title\":\"Three\"}"));

    assertThat(PaperFile.first(2, file, DAY))
        .containsExactly(
            "{\"id\":\"0704.0001\",\"title\":\"One\",\"versions\":[{\"version\":\"v1\"}],\"update_date\":\"2026-05-12\"}",
            "{\"id\":\"0704.0002\",\"title\":\"Two\",\"update_date\":\"2026-05-12\",\"versions\":[{\"version\":\"v1\"}]}");
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    Path file = dir.resolve("papers.jsonl.gz");

    PaperFile.write(List.of("{}", "{\"title\":\"Größe\"}"), file);

    try (BufferedReader lines = PaperFile.reader(file)) {
      assertThat(lines.lines()).containsExactly("{}", "{\"title\":\"Größe\"}");
    }
  }
}
