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

  private final Random random;
  private final String series;
  private final LocalDate day;

  /**
   * @param series four digits that begin every id; papers of different series are different papers
   * @param day when they are announced
   */
  public MadeUpPapers(long seed, String series, LocalDate day) {
    this.random = new Random(seed);
    this.series = series;
    this.day = day;
  }

  /** {@code count} lines, a paper each. */
  public List<String> lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(this::line).toList();
  }

  private String line(int number) {
    ObjectNode paper = JSON.createObjectNode();
    paper.put("id", "%s.%05d".formatted(series, number));
    paper.put("title", capital(filled(one(Words.TITLES))));
    paper.put("abstract", text());
    paper.put("authors", authors());
    paper.put("categories", one(Words.FIELDS));
    paper.putArray("versions").addObject().put("version", "v1");
    paper.put("update_date", day.toString());
    return paper.toString();
  }

  private String text() {
    int length = random.nextInt(SHORTEST, LONGEST);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(text.isEmpty() ? "" : " ").append(filled(one(Words.SENTENCES)));
    }
    return text.toString();
  }

  private String authors() {
    return IntStream.rangeClosed(0, random.nextInt(MOST_AUTHORS))
        .mapToObj(i -> "%s Author %d".formatted(one(Words.NAMES), random.nextInt(1, 5_000)))
        .reduce((all, next) -> all + ", " + next)
        .orElseThrow();
  }

  private String filled(String pattern) {
    return SLOT.matcher(pattern).replaceAll(slot -> word(slot.group(1)));
  }

  private String word(String slot) {
    return switch (slot) {
      case "a" -> one(Words.ADJECTIVES);
      case "t" -> one(Words.THINGS);
      case "m" -> one(Words.METHODS);
      case "e" -> one(Words.EFFECTS);
      case "p" -> one(Words.PLACES);
      case "n" -> "" + random.nextInt(2, 60);
      default -> throw new IllegalArgumentException("no words for " + slot);
    };
  }

  private String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
