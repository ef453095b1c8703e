package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The last days as digests would have looked at them, for any filter: which windows they have
 * depends on the days that have digests, not on what their reader wants.
 *
 * @param days in their order
 * @param state of the shelf, {@linkplain ShelfState#asItIs as it is}
 * @param topicNames by id
 */
record PreviewWeek(List<Day> days, ShelfState state, Map<String, String> topicNames) {
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

  /**
   * The digests of a reader who subscribed before the first day, one for each day.
   *
   * @param fitting what of an edition its mail has room for
   */
  List<Edition> editions(
      Selection selection,
      List<ReaderFilter> filters,
      Map<String, Probe> probes,
      UnaryOperator<Edition> fitting) {
    Set<String> sent = new HashSet<>();
    List<Edition> editions = new ArrayList<>();
    LocalDate again = null;
    for (int i = 0; i < days.size(); i++) {
      Day day = again == null ? days.get(i) : since(again, i);
      Edition selected =
          selection.select(
              filters,
              new WindowIndex(day.window(), probes),
              sent,
              day.date(),
              Likings.NONE,
              day.go().note());
      Edition edition = selected.isEmpty() ? selected : fitting.apply(selected);
      edition.sent().forEach(match -> sent.add(match.paper().paper().key()));
      editions.add(edition);
      again = Selection.firstDay(selected.cutIn(edition));
    }
    return editions;
  }

  /** A day whose digest looks further back, since the mail before had no room for all. */
  private Day since(LocalDate from, int index) {
    Day day = days.get(index);
    Map<String, TrendingPaper> papers = new TreeMap<>();
    for (Day each : days.subList(0, index + 1)) {
      for (TrendingPaper paper : each.window().papers()) {
        if (!paper.paper().announced().isBefore(from)) {
          papers.put(paper.paper().key(), paper);
        }
      }
    }
    return new Day(
        day.date(),
        new WindowPapers(List.copyOf(papers.values()), topicNames, day.date()),
        state.go(new Window(from, day.date())));
  }
}
