package dev.paperboy.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a paper over all its versions: an archive and the id that the archive gave it.
 *
 * <p>Written {@code arxiv:2405.14906}, {@code arxiv:hep-th/9901001}, {@code
 * biorxiv:10.1101/2024.01.02.573912}. The key of every event that speaks of one paper.
 *
 * @param archive lower-case name of the archive
 * @param local the archive's own id, without version; may contain {@code /}, no space or control
 *     character
 */
public record PaperId(String archive, String local) implements Comparable<PaperId> {
  private static final Pattern WRITTEN = Pattern.compile("([a-z]+):([^\\s\\p{Cntrl}]{1,200})");

  /**
   * New ids since 2007-04 and old ones before, as https://info.arxiv.org/help/arxiv_identifier.html
   * tells.
   */
  private static final String ARXIV_ID = "(\\d{4}\\.\\d{4,5}|[a-z][a-z-]*(?:\\.[A-Z]{2})?/\\d{7})";

  private static final Pattern ARXIV = Pattern.compile(ARXIV_ID + "(?:v(\\d+))?");

  /** Pages about a paper at arXiv and at sites that use its ids, and the DOIs of DataCite. */
  private static final Pattern ARXIV_REFERENCE =
      Pattern.compile(
          "(?:^|\\W)(?:arxiv\\.org/(?:abs|pdf|html|ps|format|e-print|src)/"
              + "|alphaxiv\\.org/(?:abs|pdf|overview)/|huggingface\\.co/papers/"
              + "|10\\.48550/arXiv\\.|10\\.48550/arxiv\\.|arXiv:)"
              + ARXIV_ID
              + "(?:v\\d+)?(?!\\d)");

  private static final Pattern BIORXIV_REFERENCE =
      Pattern.compile(
          "(?:^|\\W)(biorxiv|medrxiv)\\.org/(?:cgi/)?content/"
              + "(?:early/\\d{4}/\\d{2}/\\d{2}/)?(10\\.\\d{4,9}/\\d[\\d.]*\\d)(?:v\\d+)?");

  public PaperId {
    Objects.requireNonNull(archive, "archive");
    Objects.requireNonNull(local, "local");
    if (!WRITTEN.matcher(archive + ":" + local).matches()) {
      throw new IllegalArgumentException("not a paper id: " + archive + ":" + local);
    }
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException where {@code text} is not {@code archive:local}
   */
  @JsonCreator
  public static PaperId parse(String text) {
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a paper id: " + text);
    }
    return new PaperId(m.group(1), m.group(2));
  }

  /**
   * Reads an arXiv id, with or without {@code arXiv:} before and a version behind; the version is
   * dropped, and so is the subject class of an old id ({@code math.GT/0309136} is {@code
   * math/0309136}).
   *
   * @throws IllegalArgumentException where {@code text} is no arXiv id
   */
  public static PaperId arxiv(String text) {
    String id = text.strip();
    if (id.toLowerCase(Locale.ROOT).startsWith("arxiv:")) {
      id = id.substring("arxiv:".length());
    }
    Matcher m = ARXIV.matcher(id);
    if (!m.matches()) {
      throw new IllegalArgumentException("not an arXiv id: " + text);
    }
    return new PaperId("arxiv", m.group(1).replaceFirst("\\.[A-Z]{2}/", "/"));
  }

  /**
   * Finds the paper that a URL or DOI speaks of: pages and files at arXiv, alphaXiv, Hugging Face,
   * bioRxiv and medRxiv, and arXiv's own DOIs; a version is dropped. A bare DOI does not tell
   * bioRxiv from medRxiv.
   *
   * @param reference may be any text; where it speaks of several papers, the first counts
   */
  public static Optional<PaperId> find(String reference) {
    Matcher arxiv = ARXIV_REFERENCE.matcher(reference);
    if (arxiv.find()) {
      return Optional.of(arxiv(arxiv.group(1)));
    }
    Matcher biorxiv = BIORXIV_REFERENCE.matcher(reference);
    return biorxiv.find()
        ? Optional.of(new PaperId(biorxiv.group(1), biorxiv.group(2)))
        : Optional.empty();
  }

  /** The written form, {@code archive:local}. */
  @JsonValue
  @Override
  public String toString() {
    return archive + ":" + local;
  }

  @Override
  public int compareTo(PaperId other) {
    return toString().compareTo(other.toString());
  }
}
