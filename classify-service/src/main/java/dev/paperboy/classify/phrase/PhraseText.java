package dev.paperboy.classify.phrase;

import dev.paperboy.latex.ReadableMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text where no phrase goes on: at punctuation, formulas, addresses and stop words. */
public final class PhraseText {
  /** What is neither words nor between them. */
  private static final Pattern NO_WORDS =
      Pattern.compile("\\$[^$]*\\$|\\\\\\(.*?\\\\\\)|https?://\\S+|--+|\\bwww\\.\\S+|\\S+@\\S+");

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[-‐‑'’.+][\\p{L}\\p{N}]+)*\\+{0,2}");

  private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,]+\\p{L}{0,2}");

  private PhraseText() {}

  /**
   * A word as written.
   *
   * @param key by which spellings of a word meet: lower case, hyphens as spaces, plural s off
   */
  public record Word(String written, String key) {
    /** A word as it stands in a text. */
    public static Word of(String written) {
      return new Word(written, singular(written.toLowerCase(Locale.ROOT)).replaceAll("[-‐‑]", " "));
    }

    private static String singular(String word) {
      return word.length() >= 4 && word.endsWith("s") && !word.matches(".*(?:ss|us|is)$")
          ? word.substring(0, word.length() - 1)
          : word;
    }

    /** A number, maybe with a unit. */
    public boolean isNumber() {
      return NUMBER.matcher(written).matches();
    }
  }

  /** Runs of words with nothing but a space between them, in order; stop words included. */
  public static List<List<Word>> runs(String text) {
    String plain = ReadableMath.of(NO_WORDS.matcher(text).replaceAll(" ; "));
    List<List<Word>> runs = new ArrayList<>();
    int end = -1;
    Matcher words = WORD.matcher(plain);
    while (words.find()) {
      boolean goesOn = end >= 0 && plain.substring(end, words.start()).equals(" ");
      if (!goesOn) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(Word.of(words.group()));
      end = words.end();
    }
    return runs;
  }
}
