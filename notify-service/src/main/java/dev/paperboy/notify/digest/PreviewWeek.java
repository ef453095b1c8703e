package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Probe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last days as digests would have looked at them, for any filter: which windows they have
 * depends on the days that have digests, not on what their reader wants.
 *
 * @param days in their order
 * @param topicNames by id
 */
record PreviewWeek(List<Day> days, Map<String, String> topicNames) {
  /** How many days a preview looks back, today included. */
  static final int DAYS = 7;

  /** A day, and what its digest would look at. */
  record Day(LocalDate date, WindowPapers window, ShelfState.Go go) {}

  PreviewWeek {
    days = List.copyOf(days);
  }

  /** What made the papers' vectors; null where there are none. */
  String encoder() {
    return days.reversed().stream()
        .map(day -> day.window().vectors().encoder())
        .filter(encoder -> encoder != null)
        .findFirst()
        .orElse(null);
  }

  /** The digests of a reader who subscribed before the first day, one for each day. */
  List<Edition> editions(
      Selection selection, List<ReaderFilter> filters, Map<String, Probe> probes) {
    Set<String> sent = new HashSet<>();
    List<Edition> editions = new ArrayList<>();
    for (Day day : days) {
      Edition edition =
          selection.select(
              filters,
              new WindowIndex(day.window(), probes),
              sent,
              day.date(),
              Likings.NONE,
              day.go().note());
      edition.shown().forEach(match -> sent.add(match.paper().paper().key()));
      edition.also().forEach(match -> sent.add(match.paper().paper().key()));
      editions.add(edition);
    }
    return editions;
  }
}
