package dev.paperboy.classify.site;

import dev.paperboy.classify.search.Fusion;
import dev.paperboy.classify.search.QueryShape;
import dev.paperboy.classify.trend.AttentionParts;
import dev.paperboy.classify.trend.SignalShare;
import dev.paperboy.classify.trend.TopicCounts;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.AnnouncementDays;
import dev.paperboy.events.TrendScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How papers are ranked, from the numbers that rank them.
 *
 * @param parts that need nobody's vote, the weightiest first
 * @param attention parts that come of attention, the weightiest first
 * @param halfLife announcement days
 * @param learnedUntil the last day that weights were learned from
 * @param fullText standard deviations
 * @param leastVotes the least factor of a field
 * @param mostVotes the greatest factor of a field
 * @param mostOfOne the most that one signal of attention is of a paper's score, in percent
 * @param timesOthers the same as a multiple of all other parts
 * @param ages an example: what is left of a score
 * @param searches what counts how much for each shape of plain words
 */
public record RankingPage(
    List<Part> parts,
    List<Part> attention,
    int fullTimes,
    String halfLife,
    List<Age> ages,
    int nowDays,
    int baseWeeks,
    int leastHistory,
    String strongBurst,
    String largeTeam,
    String learnedUntil,
    String fullText,
    String leastVotes,
    String mostVotes,
    long mostOfOne,
    String timesOthers,
    List<Search> searches) {
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

  /**
   * What orders a search.
   *
   * @param asked a shape of plain words
   * @param words share of the words
   * @param meaning share of the meaning
   * @param attention the share by which attention raises it at most; a dash for none
   */
  public record Search(String asked, String words, String meaning, String attention) {}

  static RankingPage of(TrendParts trend) {
    TrendModel model = trend.model();
    DoubleSummaryStatistics votes =
        model.fields().values().stream().mapToDouble(TrendModel.Field::votes).summaryStatistics();
    return new RankingPage(
        parts(trend.weights()),
        parts(AttentionParts.weights()),
        AttentionParts.FULL_TIMES,
        String.format(Locale.ROOT, "%.0f", TrendScore.HALF_LIFE_DAYS),
        leftovers(),
        TopicCounts.NOW_DAYS,
        TopicCounts.BASE_DAYS / 7,
        TopicCounts.FEWEST_BASE_PAPERS,
        String.format(Locale.ROOT, "%.0f", TrendParts.STRONG_BURST),
        String.format(Locale.ROOT, "%.0f", TrendParts.LARGE_TEAM),
        ReadableDate.brief(model.trainedUntil()),
        String.format(Locale.ROOT, "%.1f", model.text().full()),
        hundredths(votes.getMin()),
        hundredths(votes.getMax()),
        Math.round(100 * SignalShare.MOST),
        String.format(Locale.ROOT, "%.0f", SignalShare.MOST / (1 - SignalShare.MOST)),
        learnedWeights());
  }

  private static List<Search> learnedWeights() {
    Map<QueryShape, Fusion.Weights> learned = Fusion.learned();
    return Arrays.stream(QueryShape.values())
        .map(
            shape -> {
              Fusion.Weights weights = learned.get(shape);
              return new Search(
                  switch (shape) {
                    case TOPIC -> "the name of a topic";
                    case LIST -> "key words";
                    case SENTENCE -> "a sentence";
                  },
                  percent(1 - weights.meaning()),
                  percent(weights.meaning()),
                  weights.attention() == 0 ? "–" : percent(weights.attention()));
            })
        .toList();
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  private static String hundredths(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static List<Part> parts(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(
            part ->
                new Part(
                    part.getKey(), hundredths(part.getValue()), TrendBadge.words(part.getKey())))
        .toList();
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
