package dev.paperboy.classify.site;

import dev.paperboy.classify.trend.TopicCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A topic's papers by week against its base, as bars of an SVG of {@value #WIDTH} by {@value
 * #HEIGHT} units: the numbers that the burst of a trend is made of.
 *
 * @param weeks earliest first; the last one is «now», those before are the base
 * @param first the day on which the first week begins, in words
 * @param last the day on which the last week ends, in words
 * @param words of the last week beside what was expected
 */
public record BurstChart(List<Week> weeks, String first, String last, String words) {
  static final int WIDTH = 600;
  static final int HEIGHT = 90;
  private static final double GAP = 0.25;

  /**
   * A week.
   *
   * @param expected height at which what the base would bring is marked
   * @param words such as «Week to 12 May 2026: 4 papers, 2.5 expected»
   */
  public record Week(
      String x, String y, String width, String height, String expected, boolean now, String words) {

    /** The mark of what is expected, as a path. */
    public String mark() {
      return "M" + x + " " + expected + "h" + width;
    }
  }

  private record Count(LocalDate last, long papers, double expected) {}

  /**
   * @param counts of the topic and of all papers, by day
   * @param last the day that the last week ends with
   */
  static BurstChart of(TopicCounts counts, String topic, LocalDate last) {
    LocalDate now = last.minusDays(TopicCounts.NOW_DAYS);
    LocalDate base = now.minusDays(TopicCounts.BASE_DAYS - 1L);
    double share =
        (counts.papers(topic, base, now) + 1.0) / (counts.papers(TopicCounts.ALL, base, now) + 1.0);
    List<Count> weeks = new ArrayList<>();
    for (LocalDate end = last; !end.isBefore(base); end = end.minusDays(TopicCounts.NOW_DAYS)) {
      LocalDate begin = end.minusDays(TopicCounts.NOW_DAYS - 1L);
      weeks.addFirst(
          new Count(
              end,
              counts.papers(topic, begin, end),
              share * counts.papers(TopicCounts.ALL, begin, end)));
    }
    return drawn(weeks, base, last);
  }

  private static BurstChart drawn(List<Count> counts, LocalDate first, LocalDate last) {
    double most = 1;
    for (Count count : counts) {
      most = Math.max(most, Math.max(count.papers(), count.expected()));
    }
    double step = (double) WIDTH / counts.size();
    List<Week> weeks = new ArrayList<>();
    for (Count count : counts) {
      double height = HEIGHT * count.papers() / most;
      weeks.add(
          new Week(
              number(weeks.size() * step + step * GAP / 2),
              number(HEIGHT - height),
              number(step * (1 - GAP)),
              number(height),
              number(HEIGHT - HEIGHT * count.expected() / most),
              count.last().equals(last),
              "Week to " + ReadableDate.brief(count.last()) + ": " + words(count)));
    }
    return new BurstChart(
        weeks, ReadableDate.brief(first), ReadableDate.brief(last), words(counts.getLast()));
  }

  private static String words(Count count) {
    return String.format(
        Locale.UK, "%s, %.1f expected", Numbers.papers(count.papers()), count.expected());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
