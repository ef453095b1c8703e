package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Categories by the names that Dublin Core records call them: {@code Mathematics - Logic} is
 * math.LO.
 */
final class ArxivSubjects {
  private static final Map<String, String> CODES = read();

  private ArxivSubjects() {}

  /** The categories among subjects, in order; MSC and ACM classes are no categories. */
  static List<String> categories(List<String> subjects) {
    return subjects.stream()
        .map(subject -> CODES.get(subject.strip()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Map<String, String> read() {
    try (InputStream in = ArxivSubjects.class.getResourceAsStream("subjects.tsv");
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
