package dev.paperboy.classify.paper;

import java.util.Map;
import java.util.Set;

/** What the archives' fields are called; see https://arxiv.org/category_taxonomy. */
public final class FieldName {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("astro-ph", "Astrophysics"),
          Map.entry("cond-mat", "Condensed matter"),
          Map.entry("cs", "Computer science"),
          Map.entry("econ", "Economics"),
          Map.entry("eess", "Electrical engineering and systems"),
          Map.entry("gr-qc", "General relativity"),
          Map.entry("hep-ex", "High energy physics: experiment"),
          Map.entry("hep-lat", "High energy physics: lattice"),
          Map.entry("hep-ph", "High energy physics: phenomenology"),
          Map.entry("hep-th", "High energy physics: theory"),
          Map.entry("math", "Mathematics"),
          Map.entry("math-ph", "Mathematical physics"),
          Map.entry("nlin", "Nonlinear sciences"),
          Map.entry("nucl-ex", "Nuclear experiment"),
          Map.entry("nucl-th", "Nuclear theory"),
          Map.entry("physics", "Physics"),
          Map.entry("q-bio", "Quantitative biology"),
          Map.entry("q-fin", "Quantitative finance"),
          Map.entry("quant-ph", "Quantum physics"),
          Map.entry("stat", "Statistics"));

  private static final Set<String> WITHOUT_PARTS =
      Set.of(
          "gr-qc",
          "hep-ex",
          "hep-lat",
          "hep-ph",
          "hep-th",
          "math-ph",
          "nucl-ex",
          "nucl-th",
          "quant-ph");

  private FieldName() {}

  /** All categories of a field as filters name them: {@code cs.*}, {@code hep-th}. */
  public static String categories(String field) {
    return NAMES.containsKey(field) && !WITHOUT_PARTS.contains(field) ? field + ".*" : field;
  }

  /** The name, or the field as it is written where it has none. */
  public static String of(String field) {
    return NAMES.getOrDefault(field, field);
  }
}
