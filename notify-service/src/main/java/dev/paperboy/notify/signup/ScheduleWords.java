package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Schedule;
import dev.paperboy.notify.wording.Wording;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says when digests come. */
final class ScheduleWords {
  private static final Wording WORDS = Wording.of("signup");

  private ScheduleWords() {}

  /** Such as {@code once a day, not before 07:00 (Europe/Berlin)}. */
  static String of(Schedule schedule) {
    String rhythm =
        switch (schedule.frequency()) {
          case DAILY -> WORDS.say("schedule.daily");
          case WEEKDAYS -> WORDS.say("schedule.weekdays");
          case WEEKLY ->
              WORDS.say(
                  "schedule.weekly", schedule.weekday().getDisplayName(TextStyle.FULL, Locale.UK));
          case OFF -> WORDS.say("schedule.off");
        };
    return WORDS.say("schedule", rhythm, schedule.hour(), schedule.zone());
  }
}
