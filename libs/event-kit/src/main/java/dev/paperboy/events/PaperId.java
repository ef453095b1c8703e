package dev.paperboy.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
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
  private static final Pattern ARXIV =
      Pattern.compile("(\\d{4}\\.\\d{4,5}|[a-z][a-z-]*(?:\\.[A-Z]{2})?/\\d{7})(?:v(\\d+))?");

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
