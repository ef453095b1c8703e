package dev.paperboy.bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.bench.paper.PaperFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path root;

  private void month(String name, String... lines) throws IOException {
    Files.createDirectories(root.resolve("arxiv"));
    PaperFile.write(List.of(lines), root.resolve("arxiv/" + name + ".jsonl.gz"));
  }

  @Test
  void newestMonthsComeFirstThenTheListedPapers() throws IOException {
    for (String month : List.of("2026-03", "2025-12", "2026-01", "2026-02")) {
      month(month);
    }
    Files.createDirectories(root.resolve("hf"));
    PaperFile.write(List.of(), root.resolve("hf/papers.jsonl.gz"));
    DataDirectory data = new DataDirectory(root);
    assertThat(data.files().stream().map(data::name))
        .containsExactly(
            "arxiv/2026-03", "arxiv/2026-02", "arxiv/2026-01", "hf/papers", "arxiv/2025-12");
  }

  @Test
  void aPaperIsReadAsItIsAnnounced() throws IOException {
    month(
        "2026-03",
        "{\"id\":\"2603.00001\",\"title\":\"A\\n  title\",\"abstract\":\" Some\\ttext. \","
            + "\"categories\":\"cs.LG  stat.ML cs.LG\",\"update_date\":\"2026-03-02\"}");
    DataDirectory data = new DataDirectory(root);
    List<DataPaper> papers = new ArrayList<>();
    data.read(data.months().getFirst(), papers::add);
    assertThat(papers).hasSize(1);
    assertThat(papers.getFirst().text()).isEqualTo("A title\nSome text.");
    assertThat(papers.getFirst().categories()).containsExactly("cs.LG", "stat.ML");
    assertThat(papers.getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void aDayHasEachOfItsPapersOnce() throws IOException {
    String line =
        "{\"id\":\"%s\",\"title\":\"T\",\"abstract\":\"A\",\"categories\":\"cs.LG\","
            + "\"update_date\":\"2026-03-%s\"}";
    month(
        "2026-03",
        line.formatted("2603.00002", "02"),
        line.formatted("2603.00001", "02"),
        line.formatted("2603.00002", "02"),
        line.formatted("2603.00003", "03"));
    DataDirectory data = new DataDirectory(root);

    assertThat(data.day(LocalDate.of(2026, 3, 2)))
        .extracting(DataPaper::id)
        .containsExactly("2603.00001", "2603.00002");
    assertThatThrownBy(() -> data.day(LocalDate.of(2026, 3, 4)))
        .hasMessage("the data has no papers of 2026-03-04");
  }

  @Test
  void aDirectoryOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> new DataDirectory(root).files())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("arxiv/YYYY-MM.jsonl.gz");
  }
}
