package dev.paperboy.classify.trend;

import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.topic.TextFeatures;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parts of a paper's trend that need nobody's vote and so work on the day of announcement.
 *
 * <p>Each part is its weight times a strength in [0, 1]; weights are public. Parts of strength 0
 * are left out. Thread-safe.
 */
public final class TrendParts {
  /** How much its text reads like that of papers that drew attention, beside its field's. */
  public static final String TEXT = "text";

  /** How earlier papers of its authors fared. */
  public static final String AUTHORS = "authors";

  /** How much more papers its topics have now than in the twelve weeks before. */
  public static final String BURST = "burst";

  /** How many people stand behind it, beside its field's usual number. */
  public static final String TEAM = "team";

  /** Whether it says where its code is. */
  public static final String CODE = "code";

  /** Whether it says where it was accepted. */
  public static final String VENUE = "venue";

  /**
   * What a burst adds at most. Chosen, not learned: votes are cast on papers of few fields, in
   * which bursts say little, and in the others there is little else on the first day.
   */
  public static final double BURST_WEIGHT = 0.2;

  /** How many times its field's usual number of authors counts in full. */
  public static final double LARGE_TEAM = 8;

  /** Standard deviations from which on a burst counts in full. */
  public static final double STRONG_BURST = 8;

  private static final double PLACES = 1e4;
  private static final Pattern CODE_LINK =
      Pattern.compile(
          "(?:github\\.com|github\\.io|gitlab\\.com|huggingface\\.co|bitbucket\\.org|zenodo\\.org)/?|\\bcode"
              + " (?:is|will be|are) (?:publicly |made |freely )*(?:available|released|open)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ACCEPTED =
      Pattern.compile(
          "\\b(?:accepted|to appear|published|oral|spotlight)\\b", Pattern.CASE_INSENSITIVE);

  private final TrendModel model;
  private final boolean vectors;

  /**
   * @param encoder of the vectors it will be asked about; those of another than the model's can't
   *     be used, and words alone are
   */
  public TrendParts(TrendModel model, String encoder) {
    this.model = model;
    this.vectors = model.encoder().equals(encoder);
  }

  /**
   * What is looked at of a paper.
   *
   * @param comments its authors', may be null
   * @param field as in {@code papers.trend.v1}
   * @param vector unit vector
   */
  public record Paper(
      String title,
      String abstractText,
      String comments,
      List<String> authors,
      String field,
      LocalDate announced,
      float[] vector) {}

  /** What it goes by. */
  public TrendModel model() {
    return model;
  }

  /** What each part contributes at its full strength. */
  public Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put(TEXT, rounded(model.weights().text()));
    weights.put(AUTHORS, rounded(model.weights().authors()));
    weights.put(BURST, BURST_WEIGHT);
    weights.put(TEAM, rounded(model.weights().team()));
    weights.put(CODE, rounded(model.weights().code()));
    weights.put(VENUE, rounded(model.weights().venue()));
    weights.values().removeIf(weight -> weight == 0);
    return weights;
  }

  /**
   * The parts of a paper.
   *
   * @param burst how many standard deviations its hottest topic is above its base; 0 where unknown
   * @param learned how papers fared since the model was made
   * @return contributions by name, none negative, rounded to four places
   */
  public Map<String, Double> of(Paper paper, double burst, AuthorStanding learned) {
    TextFeatures features = TextFeatures.of(paper.title(), paper.abstractText(), paper.comments());
    long[] authors = paper.authors().stream().mapToLong(AuthorRecords::hash).toArray();
    Map<String, Double> parts = new LinkedHashMap<>();
    put(
        parts,
        TEXT,
        model.text(features, vectors ? paper.vector() : null, paper.field())
            * model.weights().text());
    put(
        parts,
        AUTHORS,
        model.authors(model.standing().of(authors, paper.announced(), learned), paper.field()));
    put(parts, BURST, logScaled(burst, STRONG_BURST) * BURST_WEIGHT);
    put(
        parts,
        TEAM,
        team(authors.length, model.usual(paper.field()).authors()) * model.weights().team());
    put(parts, CODE, code(paper.abstractText(), paper.comments()) * model.weights().code());
    put(parts, VENUE, venue(paper.comments()) * model.weights().venue());
    return parts;
  }

  /**
   * Strength of a number of authors.
   *
   * @param usual in the paper's field
   */
  public static double team(int authors, double usual) {
    return logScaled(authors / usual, LARGE_TEAM);
  }

  /** 1 where abstract or comments say where the code is. */
  public static double code(String abstractText, String comments) {
    String text = comments == null ? abstractText : abstractText + "\n" + comments;
    return CODE_LINK.matcher(text).find() ? 1 : 0;
  }

  /** 1 where comments say that it was accepted. */
  public static double venue(String comments) {
    return comments != null && ACCEPTED.matcher(comments).find() ? 1 : 0;
  }

  /** 0 at or below 0, 1 at or above {@code full}, compressed by the logarithm between. */
  private static double logScaled(double value, double full) {
    return value <= 0 ? 0 : Math.min(1, Math.log1p(value) / Math.log1p(full));
  }

  private static void put(Map<String, Double> parts, String name, double part) {
    double rounded = rounded(part);
    if (rounded > 0) {
      parts.put(name, rounded);
    }
  }

  private static double rounded(double part) {
    return Math.round(part * PLACES) / PLACES;
  }
}
