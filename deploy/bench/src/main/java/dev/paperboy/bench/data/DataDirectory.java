package dev.paperboy.bench.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.bench.paper.PaperFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Papers on disk: {@code arxiv/YYYY-MM.jsonl.gz} by month, and {@code hf/papers.jsonl.gz}. */
public final class DataDirectory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MONTHS_FIRST = 3;

  private final Path root;

  public DataDirectory(Path root) {
    this.root = root;
  }

  /** What is done with a paper. */
  @FunctionalInterface
  public interface Reader {
    void read(DataPaper paper) throws IOException;
  }

  /**
   * The months of arXiv, newest first.
   *
   * @throws NoSuchFileException where there are none
   */
  public List<Path> months() throws IOException {
    Path arxiv = root.resolve("arxiv");
    if (!Files.isDirectory(arxiv)) {
      throw new NoSuchFileException(
          arxiv.toString(), null, "--data wants a directory with arxiv/YYYY-MM.jsonl.gz in it");
    }
    try (Stream<Path> files = Files.list(arxiv)) {
      List<Path> months =
          files
              .filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d\\.jsonl\\.gz"))
              .sorted(Comparator.reverseOrder())
              .toList();
      if (months.isEmpty()) {
        throw new NoSuchFileException(arxiv + "/YYYY-MM.jsonl.gz");
      }
      return months;
    }
  }

  /** The papers of daily lists, with their votes. */
  public Path listed() {
    return root.resolve("hf/papers.jsonl.gz");
  }

  /**
   * All files, those first that most measurements want: the newest months, the listed papers, the
   * months before.
   */
  public List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(months());
    if (Files.isReadable(listed())) {
      files.add(Math.min(MONTHS_FIRST, files.size()), listed());
    }
    return files;
  }

  /** A file's name as people know it, such as {@code arxiv/2026-06}. */
  public String name(Path file) {
    return root.relativize(file).toString().replace(".jsonl.gz", "");
  }

  /**
   * The papers that were announced on a day, each once, in the order of their ids.
   *
   * @throws IOException also where there are none
   */
  public List<DataPaper> day(LocalDate day) throws IOException {
    List<DataPaper> papers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path month : months()) {
      if (month.getFileName().toString().startsWith(YearMonth.from(day).toString())) {
        read(
            month,
            paper -> {
              if (paper.day().equals(day) && ids.add(paper.id())) {
                papers.add(paper);
              }
            });
      }
    }
    if (papers.isEmpty()) {
      throw new IOException("the data has no papers of " + day);
    }
    papers.sort(Comparator.comparing(DataPaper::id));
    return papers;
  }

  /** Reads a file's papers in its order. */
  public void read(Path file, Reader reader) throws IOException {
    try (BufferedReader lines = PaperFile.reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          reader.read(DataPaper.of(JSON.readTree(line)));
        }
      }
    }
  }
}
