package dev.paperboy.classify.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Papers per day, as bars of an SVG of {@value #WIDTH} by {@value #HEIGHT} units.
 *
 * @param first the first day, in words
 * @param last the last day, in words
 * @param most papers of the fullest day
 */
public record DayChart(List<Bar> bars, String first, String last, long most) {
  static final int WIDTH = 600;
  static final int HEIGHT = 90;
  private static final double GAP = 0.25;

  /**
   * A day.
   *
   * @param words such as «12 May 2026: 4 papers»
   */
  public record Bar(String x, String y, String width, String height, String words) {}

  /** Days without papers have a bar of no height, so that they too can be pointed at. */
  static DayChart of(Map<LocalDate, Long> papers, LocalDate first, LocalDate last) {
    long most = papers.values().stream().mapToLong(Long::longValue).max().orElse(0);
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    double step = (double) WIDTH / days;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      LocalDate day = first.plusDays(i);
      long count = papers.getOrDefault(day, 0L);
      double height = most == 0 ? 0 : (double) HEIGHT * count / most;
      bars.add(
          new Bar(
              number(i * step + step * GAP / 2),
              number(HEIGHT - height),
              number(step * (1 - GAP)),
              number(height),
              ReadableDate.brief(day) + ": " + papers(count)));
    }
    return new DayChart(bars, ReadableDate.brief(first), ReadableDate.brief(last), most);
  }

  /** «1 paper» or «1,412 papers». */
  static String papers(long count) {
    return String.format(Locale.UK, count == 1 ? "%,d paper" : "%,d papers", count);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
