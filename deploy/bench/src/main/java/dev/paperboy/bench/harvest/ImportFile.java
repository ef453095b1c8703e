package dev.paperboy.bench.harvest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.paper.MadeUpPapers;
import dev.paperboy.bench.paper.PaperFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** The snapshot file that is imported: all months in one, or made-up papers. */
final class ImportFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MADE_UP = 20_000;
  private static final int LATER_ID = 99_000;

  /** What is done to a paper between two imports, by the kind that ingest shall call it. */
  enum Change {
    NEW,
    REPLACED,
    CROSS,
    METADATA,
    WITHDRAWN
  }

  private final Path file;
  private final int papers;

  private ImportFile(Path file, int papers) {
    this.file = file;
    this.papers = papers;
  }

  /** All months of a directory, oldest first. */
  static ImportFile of(DataDirectory data, Path file) throws IOException {
    Set<String> ids = new HashSet<>();
    try (BufferedWriter out = writer(file)) {
      for (Path month : data.months().reversed()) {
        try (BufferedReader lines = PaperFile.reader(month)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            ids.add(JSON.readTree(line).path("id").asText());
            out.write(line);
            out.write('\n');
          }
        }
      }
    }
    return new ImportFile(file, ids.size());
  }

  static ImportFile madeUp(Path file) throws IOException {
    PaperFile.write(new MadeUpPapers(1, "4201", MadeUpArchive.DAY).lines(MADE_UP), file);
    return new ImportFile(file, MADE_UP);
  }

  Path path() {
    return file;
  }

  /** How many different papers it holds. */
  int papers() {
    return papers;
  }

  /** The same papers in a file with another time, which is read anew. */
  void touch() throws IOException {
    Path fresh = file.resolveSibling("fresh.jsonl.gz");
    Files.copy(file, fresh);
    replaceBy(fresh);
  }

  /**
   * Changes some papers, spread over the file, {@code each} for every kind.
   *
   * @return how many of each kind
   */
  Map<Change, Integer> change(int each) throws IOException {
    Path fresh = file.resolveSibling("fresh.jsonl.gz");
    Change[] kinds = Change.values();
    int step = papers / (each * kinds.length);
    Map<Change, Integer> changed = new EnumMap<>(Change.class);
    Set<String> done = new HashSet<>();
    List<String> added = new ArrayList<>();
    try (BufferedReader lines = PaperFile.reader(file);
        BufferedWriter out = writer(fresh)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Change kind = kinds[number / step % kinds.length];
        boolean due = number % step == 0 && changed.getOrDefault(kind, 0) < each;
        if (due) {
          ObjectNode paper = (ObjectNode) JSON.readTree(line);
          if (done.add(paper.path("id").asText())) {
            changed.merge(kind, 1, Integer::sum);
            String written = changed(paper, kind, number);
            if (kind == Change.NEW) {
              added.add(written);
            } else {
              line = written;
            }
          }
        }
        out.write(line);
        out.write('\n');
        number++;
      }
      for (String line : added) {
        out.write(line);
        out.write('\n');
      }
    }
    replaceBy(fresh);
    return Collections.unmodifiableMap(changed);
  }

  private static String changed(ObjectNode paper, Change kind, int number) throws IOException {
    switch (kind) {
      case NEW -> paper.put("id", "2607.%05d".formatted(LATER_ID - number % LATER_ID));
      case REPLACED -> paper.put("title", paper.path("title").asText() + ", revised");
      case CROSS -> paper.put("categories", paper.path("categories").asText() + " physics.hist-ph");
      case METADATA -> paper.put("comments", "accepted, to appear");
      case WITHDRAWN -> paper.put("comments", "This paper has been withdrawn by its authors");
    }
    return JSON.writeValueAsString(paper);
  }

  private void replaceBy(Path fresh) throws IOException {
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8));
  }
}
