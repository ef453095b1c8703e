package dev.paperboy.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day of {@code since:} and {@code until:}. */
final class DayBounds {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern AGO = Pattern.compile("(\\d{1,4})([dwDW])");

  private DayBounds() {}

  static boolean isName(String field) {
    return field.equalsIgnoreCase("since") || field.equalsIgnoreCase("until");
  }

  static Node read(String name, Token value) {
    DayBound day = day(value);
    return name.equalsIgnoreCase("since") ? new Node.Since(day) : new Node.Until(day);
  }

  private static DayBound day(Token value) {
    Matcher ago = AGO.matcher(value.text());
    if (ago.matches()) {
      int count = Integer.parseInt(ago.group(1));
      return ago.group(2).toLowerCase(Locale.ROOT).equals("d")
          ? new DayBound.DaysAgo(count)
          : new DayBound.WeeksAgo(count);
    }
    if (!DATE.matcher(value.text()).matches()) {
      throw new QuerySyntaxException(
          value.start(),
          "\"" + value.text() + "\" is no day",
          "write a date as 2026-05-12, or 7d or 4w for days or weeks ago");
    }
    try {
      return new DayBound.Day(LocalDate.parse(value.text()));
    } catch (DateTimeException e) {
      throw new QuerySyntaxException(
          value.start(),
          "there is no day " + value.text(),
          "write year, month and day as in 2026-05-12");
    }
  }
}
