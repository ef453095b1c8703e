package dev.paperboy.classify.site;

import dev.paperboy.classify.trend.TopicCounts;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.AnnouncementDays;
import dev.paperboy.events.TrendScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How papers are ranked, from the numbers that rank them.
 *
 * @param parts the weightiest first
 * @param halfLife announcement days
 * @param ages an example: what is left of a score
 */
public record RankingPage(
    List<Part> parts,
    String halfLife,
    List<Age> ages,
    int nowDays,
    int baseWeeks,
    int leastHistory,
    String strongBurst,
    String largeTeam) {
  private static final int AGES = 14;
  private static final LocalDate SOME_MONDAY = LocalDate.of(2026, 1, 5);

  /**
   * A summand.
   *
   * @param weight what it adds at most
   */
  public record Part(String name, String weight, String words) {}

  /** What is left of a score after some announcement days, in percent. */
  public record Age(int days, long percent) {}

  static RankingPage published() {
    return new RankingPage(
        TrendParts.weights().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(
                part ->
                    new Part(
                        part.getKey(),
                        String.format(Locale.ROOT, "%.1f", part.getValue()),
                        TrendBadge.words(part.getKey())))
            .toList(),
        String.format(Locale.ROOT, "%.0f", TrendScore.HALF_LIFE_DAYS),
        leftovers(),
        TopicCounts.NOW_DAYS,
        TopicCounts.BASE_DAYS / 7,
        TopicCounts.FEWEST_BASE_PAPERS,
        String.format(Locale.ROOT, "%.0f", TrendParts.STRONG_BURST),
        String.format(Locale.ROOT, "%.0f", TrendParts.LARGE_TEAM));
  }

  private static List<Age> leftovers() {
    List<Age> ages = new ArrayList<>();
    for (int day = 0; day <= AGES; day++) {
      LocalDate date = SOME_MONDAY.plusDays(day);
      int passed = AnnouncementDays.between(SOME_MONDAY, date);
      if (ages.isEmpty() || ages.getLast().days() < passed) {
        ages.add(new Age(passed, Math.round(100 * TrendScore.at(1, SOME_MONDAY, date))));
      }
    }
    return ages;
  }
}
