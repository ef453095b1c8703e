package dev.paperboy.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up papers, in the layout of arXiv's metadata snapshot: a JSON object a line. */
final class Specimens {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
  static final LocalDate DAY = FIRST_DAY.plusDays(1);
  static final LocalDate LAST_DAY = FIRST_DAY.plusDays(2);

  /** Papers of a field on each of the three days. */
  static final int A_FIELD_AND_DAY = 4;

  static final int A_DAY = A_FIELD_AND_DAY * Field.values().length;
  static final int BROKEN_LINES = 2;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VARIANTS =
      List.of("A first look at", "Limits of", "Faster", "Robust", "Revisiting", "On the cost of");

  private Specimens() {}

  /** What the papers are about. */
  enum Field {
    RETRIEVAL(
        "cs.IR cs.CL",
        "dense retrieval with small sentence encoders",
        "We train a compact sentence encoder for dense retrieval and measure how far retrieval"
            + " quality falls when the embedding is stored in eight bits."),
    DIFFUSION(
        "cs.CV cs.LG",
        "image generation with diffusion models",
        "We study denoising diffusion models for text-to-image generation and propose a sampler"
            + " that needs fewer steps at the same image quality."),
    EXOPLANETS(
        "astro-ph.EP",
        "exoplanet atmospheres in transit spectra",
        "We analyse transmission spectra of a hot exoplanet atmosphere and find water absorption,"
            + " with limits on methane that depend on the cloud model."),
    QUBITS(
        "quant-ph",
        "quantum error correction with surface codes",
        "We simulate surface codes for quantum error correction under biased noise and report the"
            + " logical error rate of a decoder that runs in real time."),
    GRAPHS(
        "math.CO",
        "colourings of sparse random graphs",
        "We prove a bound on the chromatic number of sparse random graphs and give a colouring"
            + " algorithm that attains it with high probability.");

    final String categories;
    final String subject;
    private final String text;

    Field(String categories, String subject, String text) {
      this.categories = categories;
      this.subject = subject;
      this.text = text;
    }
  }

  /** Sixty papers over three days and five fields, with two lines in between that are no papers. */
  static Path threeDays(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (LocalDate day : List.of(FIRST_DAY, DAY, LAST_DAY)) {
      for (Field field : Field.values()) {
        for (int i = 0; i < A_FIELD_AND_DAY; i++) {
          lines.add(line(++number, field, day));
        }
      }
    }
    // Refused: cut off in the middle, and a paper of the day without a title.
    lines.add(A_DAY + 3, lines.getFirst().substring(0, 70));
    lines.add(
        A_DAY + 7,
        "{\"id\":\"2603.09999\",\"abstract\":\"\",\"update_date\":\"%s\"}".formatted(DAY));
    return Files.write(file, lines);
  }

  /** One day with that many papers, short ones. */
  static Path busyDay(Path file, int papers) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= papers; i++) {
      lines.add(line(i, Field.values()[i % Field.values().length], DAY));
    }
    return Files.write(file, lines);
  }

  /**
   * Papers of {@link #DAY}, and of each a twin that reads the same to whoever judges papers.
   *
   * @param papers without the twins; the twin of the first is the one behind the last
   */
  static Path twins(Path file, int papers) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 2 * papers; i++) {
      int reads = (i - 1) % papers + 1;
      lines.add(line(i, reads, Field.values()[reads % Field.values().length], DAY));
    }
    return Files.write(file, lines);
  }

  private static String line(int number, Field field, LocalDate day)
      throws JsonProcessingException {
    return line(number, number, field, day);
  }

  private static String line(int id, int number, Field field, LocalDate day)
      throws JsonProcessingException {
    Map<String, Object> paper = new LinkedHashMap<>();
    paper.put("id", "2603.%05d".formatted(id));
    paper.put("authors", "Specimen Author %d, Specimen Author %d".formatted(number, number + 1));
    paper.put(
        "title",
        "%s %s, specimen %d"
            .formatted(VARIANTS.get(number % VARIANTS.size()), field.subject, number));
    paper.put("categories", field.categories);
    paper.put("abstract", field.text + " This is made-up example number " + number + ".");
    paper.put("versions", Collections.singletonList(Map.of("version", "v1")));
    paper.put("update_date", day.toString());
    return JSON.writeValueAsString(paper);
  }
}
