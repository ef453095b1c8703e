package dev.paperboy.classify.trend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parts of a paper's trend that need nobody's vote and so work on the day of announcement.
 *
 * <p>Each part is its weight times a strength in [0, 1]; weights are public. Parts of strength 0
 * are left out.
 */
public final class TrendParts {
  /** How much more papers its topics have now than in the twelve weeks before. */
  public static final String BURST = "burst";

  /** How many people stand behind it. */
  public static final String TEAM = "team";

  /** Whether it says where its code is. */
  public static final String CODE = "code";

  /** Whether it says where it was accepted. */
  public static final String VENUE = "venue";

  private static final Map<String, Double> WEIGHTS =
      Map.of(BURST, 0.6, TEAM, 0.4, CODE, 0.3, VENUE, 0.2);

  private static final Pattern CODE_LINK =
      Pattern.compile(
          "(?:github\\.com|github\\.io|gitlab\\.com|huggingface\\.co|bitbucket\\.org|zenodo\\.org)/?|\\bcode"
              + " (?:is|will be|are) (?:publicly |made |freely )*(?:available|released|open)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ACCEPTED =
      Pattern.compile(
          "\\b(?:accepted|to appear|published|oral|spotlight)\\b", Pattern.CASE_INSENSITIVE);

  /** Authors besides the first from which on a team counts in full. */
  public static final double LARGE_TEAM = 30;

  /** Standard deviations from which on a burst counts in full. */
  public static final double STRONG_BURST = 8;

  private TrendParts() {}

  /** What each part contributes at its full strength. */
  public static Map<String, Double> weights() {
    return WEIGHTS;
  }

  /**
   * The parts of a paper.
   *
   * @param burst how many standard deviations its hottest topic is above its base; 0 where unknown
   * @return contributions by name, none negative, rounded to four places
   */
  public static Map<String, Double> of(
      List<String> authors, String abstractText, String comments, double burst) {
    Map<String, Double> parts = new LinkedHashMap<>();
    String text = comments == null ? abstractText : abstractText + "\n" + comments;
    put(parts, BURST, logScaled(burst, STRONG_BURST));
    put(parts, TEAM, logScaled(authors.size() - 1.0, LARGE_TEAM));
    put(parts, CODE, CODE_LINK.matcher(text).find() ? 1 : 0);
    put(parts, VENUE, comments != null && ACCEPTED.matcher(comments).find() ? 1 : 0);
    return parts;
  }

  /** 0 at or below 0, 1 at or above {@code full}, compressed by the logarithm between. */
  private static double logScaled(double value, double full) {
    return value <= 0 ? 0 : Math.min(1, Math.log1p(value) / Math.log1p(full));
  }

  private static void put(Map<String, Double> parts, String name, double strength) {
    if (strength > 0) {
      parts.put(name, Math.round(strength * WEIGHTS.get(name) * 1e4) / 1e4);
    }
  }
}
