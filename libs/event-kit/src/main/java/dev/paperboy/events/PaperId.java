package dev.paperboy.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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

  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:(?:oai:arxiv\\.org|arxiv):\\s?)?(" + ArxivId.SHAPE + ")(?:v\\d{1,4})?",
          Pattern.CASE_INSENSITIVE);

  /** Of other archives, with a version that is no part of the id. */
  private static final Pattern OTHER =
      Pattern.compile("((?!arxiv|https?|doi|oai)[a-z]+:\\S+?)(?:(?<=\\d)v\\d{1,4})?");

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
   * Reads an arXiv id, with or without {@code arXiv:} or {@code oai:arXiv.org:} before and a
   * version behind, in upper or lower case; the version is dropped, and so is the subject class of
   * an old id ({@code math.GT/0309136} is {@code math/0309136}).
   *
   * @throws IllegalArgumentException where {@code text} is no id that arXiv gives; the message says
   *     why
   */
  public static PaperId arxiv(String text) {
    Matcher m = ARXIV.matcher(trimmed(text));
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "not an arXiv id: " + text + "; one reads like 2405.14906 or hep-th/9901001");
    }
    return new PaperId("arxiv", ArxivId.canonical(m.group(1)));
  }

  /**
   * Reads what people write for one paper: an arXiv id, the written form, a DOI of arXiv, bioRxiv
   * or medRxiv, or the address of a page that {@link #find} knows.
   *
   * @throws IllegalArgumentException where it is none of these; the message says what may be
   *     written
   */
  public static PaperId read(String text) {
    String id = trimmed(text);
    Matcher other = OTHER.matcher(id);
    if (other.matches()) {
      return parse(other.group(1));
    }
    Optional<PaperId> found = PaperReference.find(id, true);
    if (found.isPresent()) {
      return found.get();
    }
    if (ARXIV.matcher(id).matches()) {
      return arxiv(id);
    }
    throw new IllegalArgumentException(
        "«"
            + id
            + "» names no paper; write an arXiv id such as 2405.14906, a DOI of arXiv, bioRxiv or"
            + " medRxiv, or the address of the paper's page there");
  }

  /**
   * Finds the paper that a URL or DOI speaks of: pages and files at arXiv, alphaXiv, Hugging Face,
   * Semantic Scholar, bioRxiv and medRxiv, and the DOIs of these archives; a version is dropped.
   *
   * @param reference may be any text; where it speaks of several papers, the first of arXiv counts
   */
  public static Optional<PaperId> find(String reference) {
    return PaperReference.find(reference, false);
  }

  /**
   * Without white space at both ends, and what copying from pages and PDFs leaves there unseen. Not
   * by a pattern: that would look from each space to the end of its run.
   */
  private static String trimmed(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isAround(text.codePointAt(begin))) {
      begin += Character.charCount(text.codePointAt(begin));
    }
    while (begin < end && isAround(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(begin, end);
  }

  private static boolean isAround(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
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
