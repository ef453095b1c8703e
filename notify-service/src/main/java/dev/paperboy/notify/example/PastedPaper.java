package dev.paperboy.notify.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An example paper that is known here by nothing but its title and abstract.
 *
 * <p>A filter keeps it as a BibTeX entry on one line, beside the ids of other examples: that is
 * what the form shows again and reads again, and what a reader who takes the data along can use.
 *
 * @param title one line, no braces
 * @param abstractText one line, no braces
 */
public record PastedPaper(String title, String abstractText) {
  /** Characters of a title that are kept. */
  static final int LONGEST_TITLE = 300;

  /** Characters of an abstract that are kept; the encoder reads about half of that. */
  static final int LONGEST_ABSTRACT = 4_000;

  private static final String KEY = "pasted:";
  private static final int KEY_BYTES = 16;
  private static final String START = "@misc{pasted, title = {";

  /** Cuts what is too long. */
  public PastedPaper {
    title = shortened(title, LONGEST_TITLE);
    abstractText = shortened(abstractText, LONGEST_ABSTRACT);
  }

  /** As a filter keeps it. */
  public String written() {
    return START + title + "}, abstract = {" + abstractText + "}}";
  }

  /** What is encoded: the same of it as of a paper that was announced. */
  public String text() {
    return title + "\n" + abstractText;
  }

  /**
   * The paper of a filter's example.
   *
   * @param example what {@link #written} gave; for the id of a paper the answer is empty
   */
  public static Optional<PastedPaper> of(String example) {
    if (!isPasted(example)) {
      return Optional.empty();
    }
    List<ExamplePart> parts = ExamplePart.of(example);
    return parts.isEmpty() ? Optional.empty() : parts.getFirst().entry().pasted();
  }

  /** Whether a text is what {@link #subject} calls something that was pasted. */
  public static boolean isSubject(String text) {
    return text.startsWith(KEY);
  }

  /**
   * What vectors and reasons call an example: its id, or a short name for what was pasted, the same
   * for the same text.
   */
  public static String subject(String example) {
    return isPasted(example) ? KEY + hash(example) : example;
  }

  /** Whether a filter's example was pasted, rather than given by its id. */
  public static boolean isPasted(String example) {
    return example.startsWith(START);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip();
  }
}
