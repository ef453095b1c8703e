package dev.paperboy.pagekit.cite;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.pagekit.paper.Paper;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * BibTeX, in UTF-8, for biber and every BibTeX of this century.
 *
 * <p>Text is written as text: whatever TeX the authors announced becomes readable characters and
 * everything that TeX would act on is escaped, so that a stranger's title runs no command in a
 * reader's document.
 */
public final class BibTex {
  private static final Set<String> SMALL_WORDS =
      Set.of("a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "with", "towards");

  private BibTex() {}

  /** An entry for each paper, with keys of their own. */
  public static String of(List<? extends Paper> papers) {
    StringBuilder all = new StringBuilder();
    Set<String> taken = new HashSet<>();
    for (Paper paper : papers) {
      String key = key(paper);
      int twin = 1;
      String unique = key;
      while (!taken.add(unique)) {
        twin++;
        unique = key + "-" + twin;
      }
      all.append(all.isEmpty() ? "" : "\n").append(entry(paper, unique));
    }
    return all.toString();
  }

  /** The entry of one paper. */
  public static String of(Paper paper) {
    return entry(paper, key(paper));
  }

  private static String entry(Paper paper, String key) {
    Map<String, String> fields = new LinkedHashMap<>();
    // Doubled, so that styles leave capitals alone.
    fields.put("title", "{" + escaped(ReadableMath.of(paper.title())) + "}");
    fields.put(
        "author",
        paper.authors().stream().map(BibTex::author).collect(Collectors.joining(" and ")));
    fields.put("year", Integer.toString(paper.announced().getYear()));
    fields.put("month", Integer.toString(paper.announced().getMonthValue()));
    if (paper.id().archive().equals("arxiv")) {
      fields.put("eprint", escaped(paper.id().local()));
      fields.put("archiveprefix", "arXiv");
      if (!paper.categories().isEmpty()) {
        fields.put("primaryclass", escaped(paper.categories().getFirst()));
      }
    } else {
      fields.put("howpublished", escaped(paper.archiveName()));
    }
    String doi = Reference.doi(paper);
    if (doi != null) {
      fields.put("doi", escaped(doi));
    }
    if (paper.abstractUrl() != null) {
      fields.put("url", escaped(paper.abstractUrl()));
    }
    if (paper.withdrawn()) {
      fields.put("note", "Withdrawn by its authors");
    }
    StringBuilder entry = new StringBuilder("@misc{").append(key);
    fields.forEach(
        (name, value) ->
            entry.append(",\n  ").append(name).append(" = {").append(value).append('}'));
    return entry.append("\n}\n").toString();
  }

  private static String author(String announced) {
    PersonName name = PersonName.of(announced);
    // Without braces, BibTeX would cut a group's name into first and last names.
    return name.given().isEmpty()
        ? "{" + escaped(name.family()) + "}"
        : escaped(name.inverted()).replace(" and ", " {and} ");
  }

  /** Such as {@code lovelace2026sparse}. */
  private static String key(Paper paper) {
    String family =
        paper.authors().isEmpty()
            ? "anonymous"
            : PersonName.of(paper.authors().getFirst()).family();
    String word =
        Arrays.stream(ReadableMath.of(paper.title()).split("[\\s\\p{Punct}]+"))
            .map(BibTex::ascii)
            .filter(w -> w.matches(".*[a-z].+") && !SMALL_WORDS.contains(w))
            .findFirst()
            .orElse("");
    return ascii(family) + paper.announced().getYear() + word;
  }

  private static String ascii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  private static String escaped(String text) {
    StringBuilder tex = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\\' -> tex.append("\\textbackslash{}");
        // Not \{ and \}: BibTeX counts braces without looking at what stands before them.
        case '{' -> tex.append("\\textbraceleft{}");
        case '}' -> tex.append("\\textbraceright{}");
        case '~' -> tex.append("\\textasciitilde{}");
        case '^' -> tex.append("\\textasciicircum{}");
        case '$', '&', '%', '#', '_' -> tex.append('\\').append(c);
        default -> tex.append(c);
      }
    }
    return tex.toString();
  }
}
