package dev.paperboy.bench.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files in the layout of arXiv's metadata snapshot: a JSON object a line. */
public final class PaperFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PaperFile() {}

  /** The lines of a file, plain or gzip. */
  public static BufferedReader reader(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    InputStream in = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /**
   * The first {@code count} papers of a file as first versions of {@code day}, so that all of them
   * are that day's news; lines that are no papers are passed over.
   */
  public static List<String> first(int count, Path file, LocalDate day) throws IOException {
    List<String> papers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    try (BufferedReader lines = reader(file)) {
      for (String line = lines.readLine();
          line != null && papers.size() < count;
          line = lines.readLine()) {
        ObjectNode paper = object(line);
        if (paper != null && ids.add(paper.path("id").asText())) {
          paper.put("update_date", day.toString());
          paper.putArray("versions").addObject().put("version", "v1");
          papers.add(JSON.writeValueAsString(paper));
        }
      }
    }
    if (papers.isEmpty()) {
      throw new IOException("there are no papers in " + file);
    }
    return papers;
  }

  private static ObjectNode object(String line) {
    try {
      JsonNode read = JSON.readTree(line);
      return read instanceof ObjectNode paper && paper.hasNonNull("id") ? paper : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Writes a gzip file of these lines. */
  public static void write(List<String> lines, Path file) throws IOException {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
  }
}
