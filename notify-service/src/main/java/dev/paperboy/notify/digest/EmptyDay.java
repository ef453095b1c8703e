package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.EmptyDays;
import dev.paperboy.notify.wording.Wording;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A reader's day without a paper: why, whether the reader is told, and how.
 *
 * @param day the reader's
 * @param papers new ones that were looked at
 */
record EmptyDay(EmptyReason reason, LocalDate day, int papers) {
  private static final Wording WORDS = Wording.of("digest");

  private static final int DAYS_BETWEEN = 7;

  /**
   * The day of an edition that holds no paper.
   *
   * @param staleness why a source is behind; null where none is
   */
  static EmptyDay of(Edition edition, String staleness) {
    EmptyReason reason = EmptyReason.NOTHING_MATCHED;
    if (edition.papers() == 0) {
      reason = staleness == null ? EmptyReason.NO_ANNOUNCEMENT : EmptyReason.SOURCE_STALE;
    }
    return new EmptyDay(reason, edition.day(), edition.papers());
  }

  /**
   * Whether a mail says so. Weekends are always empty: readers who don't want to hear of everything
   * learn that once.
   *
   * @param last the last day that the reader was told of; null for none
   */
  boolean isTold(EmptyDays wish, LocalDate last) {
    return switch (wish) {
      case NEVER -> false;
      case ALWAYS -> true;
      case WEEKLY -> last == null || !isWeekend() && !day.isBefore(last.plusDays(DAYS_BETWEEN));
    };
  }

  private boolean isWeekend() {
    return reason == EmptyReason.NO_ANNOUNCEMENT
        && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  /** For the subject, behind «Nothing today: ». */
  String brief() {
    return reason.words();
  }

  /** The reason in full, behind a colon. */
  String words() {
    return switch (reason) {
      case NOTHING_MATCHED -> WORDS.count("empty.nothing-matched", papers);
      case SOURCE_STALE -> WORDS.say("empty.source-stale");
      case NO_ANNOUNCEMENT ->
          isWeekend() ? WORDS.say("empty.weekend") : WORDS.say("empty.no-announcement");
    };
  }

  /** What the reader may do about it. */
  String hint(EmptyDays wish) {
    String often =
        wish == EmptyDays.ALWAYS ? WORDS.say("empty.hint.always") : WORDS.say("empty.hint.weekly");
    return (reason == EmptyReason.NOTHING_MATCHED ? WORDS.say("empty.hint.more") + " " : "")
        + often
        + " "
        + WORDS.say("empty.hint.choose");
  }
}
