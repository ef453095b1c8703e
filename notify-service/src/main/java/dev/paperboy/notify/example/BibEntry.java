package dev.paperboy.notify.example;

import dev.paperboy.events.PaperId;
import dev.paperboy.latex.ReadableMath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A BibTeX entry as libraries, publishers and people write it. What cannot be read of it is left
 * out; the rest counts.
 *
 * @param type such as {@code article}, in lower case
 * @param key what it is cited by; may be empty
 * @param fields texts by names in lower case, without what delimits them; of several of one name
 *     the first
 * @param closed whether its last brace was there
 */
public record BibEntry(String type, String key, Map<String, String> fields, boolean closed) {
  private static final Set<String> OF_NO_PAPER = Set.of("comment", "string", "preamble");

  /** Where an id may stand in words; «arXiv preprint arXiv:2405.14906» is a journal to some. */
  private static final List<String> SPEAK_OF_PAPERS =
      List.of("doi", "url", "eprint", "journal", "number", "howpublished", "note");

  private static final Pattern MARKUP =
      Pattern.compile(
          "</?(?:jats:)?(?:p|i|b|u|em|strong|sub|sup|italic|bold|title|sec|br|div|span)\\s{0,3}/?>",
          Pattern.CASE_INSENSITIVE);

  private static final int FEWEST_WORDS = 5;
  private static final int LONGEST_KEY = 60;

  public BibEntry {
    type = type.toLowerCase(Locale.ROOT);
    fields = Map.copyOf(fields);
  }

  /** Whether entries of that type describe something to read. */
  static boolean isOfPaper(String type) {
    return !OF_NO_PAPER.contains(type.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads an entry.
   *
   * @param body what stands behind its first brace, to its last one or without
   */
  static BibEntry read(String type, String body, boolean closed) {
    BibFields read = new BibFields(body);
    return new BibEntry(type, read.key(), read.fields(), closed);
  }

  /** The paper that it is of, if it is one of an archive that gives ids. */
  public Optional<PaperId> paper() {
    return Stream.<Supplier<Optional<PaperId>>>of(
            this::eprint,
            () ->
                SPEAK_OF_PAPERS.stream()
                    .map(name -> PaperId.find(field(name)))
                    .flatMap(Optional::stream)
                    .findFirst(),
            this::ofAbs)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** As arXiv's own export has it; old ids may leave their archive to another field. */
  private Optional<PaperId> eprint() {
    String archive =
        (field("archiveprefix") + field("eprinttype")).strip().toLowerCase(Locale.ROOT);
    if (!archive.isEmpty() && !archive.contains("arxiv")) {
      return Optional.empty();
    }
    String id = field("eprint");
    return arxiv(id)
        .or(() -> arxiv((field("primaryclass") + field("eprintclass")).strip() + "/" + id));
  }

  /** As DBLP has it: {@code journal = {CoRR}, volume = {abs/2405.14906}}. */
  private Optional<PaperId> ofAbs() {
    String volume = field("volume").strip();
    return volume.startsWith("abs/") ? arxiv(volume.substring("abs/".length())) : Optional.empty();
  }

  private static Optional<PaperId> arxiv(String id) {
    try {
      return Optional.of(PaperId.arxiv(id.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What it can be compared by; empty without a title and an abstract of a few words. */
  public Optional<PastedPaper> pasted() {
    // As it is kept: what is cut off says nothing.
    PastedPaper paper = new PastedPaper(title(), words("abstract"));
    return paper.title().chars().anyMatch(Character::isLetter)
            && paper.abstractText().split(" ").length >= FEWEST_WORDS
        ? Optional.of(paper)
        : Optional.empty();
  }

  /** The title as one reads it; empty where there is none. */
  public String title() {
    return words("title");
  }

  /** In a few words, to be found again among others. */
  public String shown() {
    String cited = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key;
    String title = title();
    return "@" + type + "{" + cited + (title.isEmpty() ? "}" : "} " + title);
  }

  private String words(String name) {
    String plain = MARKUP.matcher(field(name)).replaceAll(" ");
    return ReadableMath.of(plain).replaceAll("[{}]", "").replaceAll("\\s+", " ").strip();
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
