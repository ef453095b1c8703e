package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Schedule;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says when digests come. */
final class ScheduleWords {
  private ScheduleWords() {}

  /** Such as {@code once a day, not before 07:00 (Europe/Berlin)}. */
  static String of(Schedule schedule) {
    String rhythm =
        switch (schedule.frequency()) {
          case DAILY -> "once a day";
          case WEEKDAYS -> "once a day from Monday to Friday";
          case WEEKLY ->
              "once a week, on " + schedule.weekday().getDisplayName(TextStyle.FULL, Locale.UK);
          case OFF -> "not for now";
        };
    return String.format(
        Locale.ROOT, "%s, not before %02d:00 (%s)", rhythm, schedule.hour(), schedule.zone());
  }
}
