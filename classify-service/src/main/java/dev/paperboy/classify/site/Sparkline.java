package dev.paperboy.classify.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * A trend by day, as a line in an SVG of {@value #WIDTH} by {@value #HEIGHT} units.
 *
 * @param line points of the line
 * @param area points of what is below it
 * @param days to point at
 * @param words all of it in a sentence
 */
public record Sparkline(
    String line, String area, List<Day> days, String first, String last, String words) {
  static final int WIDTH = 300;
  static final int HEIGHT = 56;
  private static final int MARGIN = 4;

  /** A day; x and y of its point. */
  public record Day(String x, String y, String words) {}

  /** Null where there are fewer than two days, or nothing but zeros. */
  static Sparkline of(SortedMap<LocalDate, Double> scores) {
    double most = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (scores.size() < 2 || most <= 0) {
      return null;
    }
    List<Day> days = new ArrayList<>();
    double step = (WIDTH - 2.0 * MARGIN) / (scores.size() - 1);
    for (Map.Entry<LocalDate, Double> score : scores.entrySet()) {
      days.add(
          new Day(
              number(MARGIN + days.size() * step),
              number(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * score.getValue() / most),
              ReadableDate.brief(score.getKey()) + ": " + score(score.getValue())));
    }
    String line = String.join(" ", days.stream().map(day -> day.x() + "," + day.y()).toList());
    LocalDate best =
        scores.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow();
    String first = ReadableDate.brief(scores.firstKey());
    String last = ReadableDate.brief(scores.lastKey());
    return new Sparkline(
        line,
        number(MARGIN) + "," + HEIGHT + " " + line + " " + days.getLast().x() + "," + HEIGHT,
        days,
        first,
        last,
        "Trend by day: %s on %s, highest %s on %s, %s on %s"
            .formatted(
                score(scores.firstEntry().getValue()),
                first,
                score(most),
                ReadableDate.brief(best),
                score(scores.lastEntry().getValue()),
                last));
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
