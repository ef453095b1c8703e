package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which papers of a window a reader gets, and in which order. Digests and previews are made by it
 * alike, so that a preview promises what digests keep.
 */
final class Selection {
  private final Matcher matcher;

  Selection(Matcher matcher) {
    this.matcher = matcher;
  }

  /**
   * The reader's day. A paper that fits several filters is there once, for all of their reasons,
   * with their names; each filter shows as many in full as it may.
   *
   * @param sent ids of papers that the reader got before
   * @param note what the reader has to know; null for nothing
   */
  Edition select(
      List<ReaderFilter> filters,
      WindowIndex window,
      Set<String> sent,
      LocalDate day,
      String note) {
    Map<String, Match> all = new LinkedHashMap<>();
    Set<String> shown = new HashSet<>();
    for (ReaderFilter filter : filters) {
      int place = 0;
      for (Match match : matcher.match(filter.interests(), window, sent, day)) {
        String id = match.paper().paper().key();
        all.merge(id, filters.size() > 1 ? match.of(filter.name()) : match, Selection::both);
        if (place++ < filter.interests().maxPapers()) {
          shown.add(id);
        }
      }
    }
    List<Match> matches = new ArrayList<>(all.values());
    matches.sort(
        Comparator.comparing((Match match) -> !shown.contains(match.paper().paper().key()))
            .thenComparing(Matcher.BEST_FIRST));
    return new Edition(day, fresh(window, sent), matches, shown.size(), note);
  }

  private static int fresh(WindowIndex window, Set<String> sent) {
    return (int)
        window.papers().stream()
            .map(TrendingPaper::paper)
            .filter(paper -> !paper.withdrawn() && !sent.contains(paper.key()))
            .map(ShelvedPaper::key)
            .count();
  }

  private static Match both(Match one, Match other) {
    Match better = Matcher.BEST_FIRST.compare(one, other) <= 0 ? one : other;
    Match worse = better == one ? other : one;
    List<Reason> reasons = new ArrayList<>(better.reasons());
    worse.reasons().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
    return new Match(better.paper(), better.relevance(), better.trend(), better.dial(), reasons);
  }

  /**
   * How far a reader is served who got a selection of a window; null where the next digest is to
   * look at all of it again. Real papers may be older than the specimens that stood in for them.
   */
  static LocalDate servedTo(WindowIndex window, ShelfState.Go go) {
    return window.papers().stream().anyMatch(paper -> paper.paper().specimen())
        ? null
        : go.servedTo();
  }
}
