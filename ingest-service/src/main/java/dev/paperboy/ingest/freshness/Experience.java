package dev.paperboy.ingest.freshness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the days before tell of a day: the volume of its weekday, in all and by category. */
final class Experience {
  private final SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();

  /**
   * @param volumes days that were read whole
   */
  Experience(Collection<Volume> volumes, AnnouncementCalendar calendar) {
    for (Volume volume : volumes) {
      // A stray paper that bears the date of a silent day makes no announcement of it.
      if (calendar.announces(volume.date())) {
        days.computeIfAbsent(volume.date(), date -> new TreeMap<>())
            .merge(volume.category(), volume.papers(), Long::sum);
      }
    }
  }

  Map<String, Long> of(LocalDate day) {
    return days.getOrDefault(day, Map.of());
  }

  /** How many papers there are usually in all; null where too few days are known. */
  Expectation total(LocalDate day) {
    return Expectation.of(before(day).stream().map(Experience::sum).toList());
  }

  /** How many papers there are usually of a category; null where too few days are known. */
  Expectation of(LocalDate day, String category) {
    return Expectation.of(
        before(day).stream().map(papers -> papers.getOrDefault(category, 0L)).toList());
  }

  /** All categories that were ever announced. */
  SortedSet<String> categories() {
    SortedSet<String> all = new TreeSet<>();
    days.values().forEach(papers -> all.addAll(papers.keySet()));
    return all;
  }

  /** Earlier days of the same weekday; all earlier days where those are too few. */
  private List<Map<String, Long>> before(LocalDate day) {
    List<Map<String, Long>> same = new ArrayList<>();
    days.headMap(day)
        .forEach(
            (date, papers) -> {
              if (date.getDayOfWeek() == day.getDayOfWeek()) {
                same.add(papers);
              }
            });
    return same.size() >= Expectation.FEWEST ? same : List.copyOf(days.headMap(day).values());
  }

  static long sum(Map<String, Long> papers) {
    return papers.values().stream().mapToLong(Long::longValue).sum();
  }
}
