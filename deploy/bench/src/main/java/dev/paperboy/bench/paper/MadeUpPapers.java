package dev.paperboy.bench.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Papers that nobody wrote, with abstracts as long as real ones (about 1,200 to 1,600 characters).
 * The same seed gives the same papers.
 */
public final class MadeUpPapers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SLOT = Pattern.compile("\\{(\\w)\\}");
  private static final int SHORTEST = 1_150;
  private static final int LONGEST = 1_500;
  private static final int MOST_AUTHORS = 6;

  private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

  private final long seed;
  private final String series;
  private final LocalDate day;

  /**
   * @param series year and month that begin every id, as arXiv has them, of a time to come; papers
   *     of different series are different papers
   * @param day when they are announced
   */
  public MadeUpPapers(long seed, String series, LocalDate day) {
    this.seed = seed;
    this.series = series;
    this.day = day;
  }

  /** One of them. */
  public record MadeUpPaper(
      String id, String title, String abstractText, String authors, String category) {}

  /** {@code count} lines of a snapshot file, a paper each. */
  public List<String> lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(this::line).toList();
  }

  private String line(int number) {
    MadeUpPaper made = paper(number);
    ObjectNode paper = JSON.createObjectNode();
    paper.put("id", made.id());
    paper.put("title", made.title());
    paper.put("abstract", made.abstractText());
    paper.put("authors", made.authors());
    paper.put("categories", made.category());
    paper.putArray("versions").addObject().put("version", "v1");
    paper.put("update_date", day.toString());
    return paper.toString();
  }

  /**
   * A paper by its number; the same number gives the same paper, whichever were asked for before.
   *
   * @param number 1 to 99,999
   */
  public MadeUpPaper paper(int number) {
    Random random = new Random(seed + number * STEP);
    return new MadeUpPaper(
        "%s.%05d".formatted(series, number),
        capital(filled(one(Words.TITLES, random), random)),
        text(random),
        authors(random),
        one(Words.FIELDS, random));
  }

  private static String text(Random random) {
    int length = random.nextInt(SHORTEST, LONGEST);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(text.isEmpty() ? "" : " ").append(filled(one(Words.SENTENCES, random), random));
    }
    return text.toString();
  }

  private static String authors(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(MOST_AUTHORS))
        .mapToObj(i -> "%s Author %d".formatted(one(Words.NAMES, random), random.nextInt(1, 5_000)))
        .reduce((all, next) -> all + ", " + next)
        .orElseThrow();
  }

  private static String filled(String pattern, Random random) {
    return SLOT.matcher(pattern).replaceAll(slot -> word(slot.group(1), random));
  }

  private static String word(String slot, Random random) {
    return switch (slot) {
      case "a" -> one(Words.ADJECTIVES, random);
      case "t" -> one(Words.THINGS, random);
      case "m" -> one(Words.METHODS, random);
      case "e" -> one(Words.EFFECTS, random);
      case "p" -> one(Words.PLACES, random);
      case "n" -> "" + random.nextInt(2, 60);
      default -> throw new IllegalArgumentException("no words for " + slot);
    };
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
