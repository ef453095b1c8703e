package dev.paperboy.classify.past;

import dev.paperboy.classify.trend.Attention;
import dev.paperboy.classify.trend.AttentionParts;
import dev.paperboy.classify.trend.SignalShare;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.events.TrendScore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a paper's trend came to be what it is: the score of each day, by today's formula, of what had
 * been observed by the end of that day. The parts that need nobody's vote are those of today.
 */
public final class TrendPast {
  /** Days from the first on; behind them there is next to nothing left of a score. */
  public static final int DAYS = 30;

  private TrendPast() {}

  /**
   * Scores by day, from the first day on.
   *
   * @param parts of today
   * @param usual in the paper's field
   * @param seen as {@link PaperPast#days}
   */
  public static SortedMap<LocalDate, Double> of(
      Map<String, Double> parts,
      TrendModel.Field usual,
      LocalDate announced,
      LocalDate today,
      SortedMap<LocalDate, List<Attention>> seen) {
    Map<String, Double> own = new HashMap<>(parts);
    own.keySet().removeAll(AttentionParts.weights().keySet());
    SortedMap<LocalDate, Double> scores = new TreeMap<>();
    for (LocalDate day = announced;
        !day.isAfter(today) && scores.size() < DAYS;
        day = day.plusDays(1)) {
      Map<String, Double> then = new HashMap<>(own);
      SortedMap<LocalDate, List<Attention>> before = seen.headMap(day.plusDays(1));
      if (!before.isEmpty()) {
        then.putAll(
            SignalShare.capped(
                own, AttentionParts.of(announced, usual, before.get(before.lastKey()))));
      }
      scores.put(day, TrendScore.at(then, announced, day));
    }
    return scores;
  }
}
