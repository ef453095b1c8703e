package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.VolumeHistory;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the bars of some days are, in the units of an SVG image.
 *
 * @param width of the image
 * @param height of the image, labels and all
 * @param base where bars stand
 * @param bars one for each day, oldest first
 * @param lines levels to read numbers from
 */
record VolumeChart(int width, int height, int base, List<Bar> bars, List<Line> lines) {
  private static final int LEFT = 44;
  private static final int TOP = 12;
  private static final int BASE = 176;
  private static final int STEP = 22;
  private static final int BAR = 16;
  private static final int BELOW = 24;
  private static final int LEAST_VISIBLE = 1;
  private static final long[] SMALL_STEPS = {2, 4, 6, 8, 10};
  private static final long[] STEPS = {2, 3, 4, 5, 6, 8, 10};
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /**
   * A day.
   *
   * @param words all of it, for who hovers or cannot see
   * @param day for the table
   * @param papers for the table
   * @param usual for the table
   * @param kind announced, low or silent: how it is painted
   * @param x left edge
   * @param y upper edge of the bar
   * @param height of the bar
   * @param range what such a day usually brings; null where that is not known
   * @param label below it; null for most
   */
  record Bar(
      String words,
      String day,
      long papers,
      String usual,
      String kind,
      int x,
      int y,
      int height,
      Range range,
      String label) {
    /** Its width. */
    public int width() {
      return BAR;
    }

    /** Its middle. */
    public int middle() {
      return x + BAR / 2;
    }
  }

  /** From the usual number less its spread to the usual number and its spread. */
  record Range(int x, int y, int width, int height, int usual) {}

  /** A level with its number. */
  record Line(int y, String papers) {}

  /** The chart of some days; it has room for at least one paper. */
  static VolumeChart of(List<VolumeHistory.Day> days) {
    long most =
        days.stream()
            .mapToLong(day -> Math.max(day.papers(), day.high() == null ? 0 : day.high()))
            .max()
            .orElse(0);
    long top = roundedUp(Math.max(most, 1));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      bars.add(bar(days.get(i), LEFT + i * STEP, top));
    }
    List<Line> lines = new ArrayList<>();
    for (int half = 1; half <= 2; half++) {
      lines.add(new Line(y(top * half / 2.0, top), "%,d".formatted(top * half / 2)));
    }
    return new VolumeChart(LEFT + days.size() * STEP + STEP / 2, BASE + BELOW, BASE, bars, lines);
  }

  private static Bar bar(VolumeHistory.Day day, int x, long top) {
    int height = BASE - y(day.papers(), top);
    String usual =
        !day.announces()
            ? "no announcement"
            : day.usual() == null
                ? "not known yet"
                : "about %,d (%,d to %,d)".formatted(day.usual(), day.low(), day.high());
    return new Bar(
        "%s: %,d papers, usual: %s".formatted(DAY.format(day.date()), day.papers(), usual),
        DAY.format(day.date()),
        day.papers(),
        usual,
        !day.announces() ? "silent" : day.few() ? "low" : "announced",
        x,
        BASE - Math.max(height, day.papers() > 0 ? LEAST_VISIBLE : 0),
        Math.max(height, day.papers() > 0 ? LEAST_VISIBLE : 0),
        day.usual() == null
            ? null
            : new Range(
                x - 2,
                y(day.high(), top),
                BAR + 4,
                y(day.low(), top) - y(day.high(), top),
                y(day.usual(), top)),
        day.date().getDayOfWeek() == DayOfWeek.MONDAY ? LABEL.format(day.date()) : null);
  }

  private static int y(double papers, long top) {
    return (int) Math.round(BASE - papers / top * (BASE - TOP));
  }

  /** The next of 2, 4, 6, 8, 10, 20, 30, 40, …: halves of them are whole. */
  private static long roundedUp(long most) {
    for (long ten = 1; ; ten *= 10) {
      for (long step : ten == 1 ? SMALL_STEPS : STEPS) {
        if (step * ten >= most) {
          return step * ten;
        }
      }
    }
  }
}
