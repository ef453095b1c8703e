package dev.paperboy.query;

import java.time.LocalDate;
import java.util.Objects;

/** A day named by {@code since:} or {@code until:}. */
public sealed interface DayBound {
  /** The day meant, on the business date {@code today}. */
  LocalDate on(LocalDate today);

  /** As written in a query: {@code 2026-05-12}, {@code 7d}. */
  String written();

  /** A calendar day. */
  record Day(LocalDate date) implements DayBound {
    public Day {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public LocalDate on(LocalDate today) {
      return date;
    }

    @Override
    public String written() {
      return date.toString();
    }
  }

  /** So many calendar days before today. */
  record DaysAgo(int days) implements DayBound {
    @Override
    public LocalDate on(LocalDate today) {
      return today.minusDays(days);
    }

    @Override
    public String written() {
      return days + "d";
    }
  }

  /** So many weeks before today. */
  record WeeksAgo(int weeks) implements DayBound {
    @Override
    public LocalDate on(LocalDate today) {
      return today.minusWeeks(weeks);
    }

    @Override
    public String written() {
      return weeks + "w";
    }
  }
}
