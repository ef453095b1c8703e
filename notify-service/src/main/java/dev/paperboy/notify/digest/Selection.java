package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which papers of a window a reader gets, and in which order. Digests and previews are made by it
 * alike, so that a preview promises what digests keep.
 */
public final class Selection {
  /**
   * Cosine from which two papers are on one thing, of papers of the encoder that classify has now.
   * Versions of one paper are at 0.97 and more; {@code bench quality --only diversity} shows what
   * it takes for one thing, and what that does to digests.
   */
  public static final double ONE_THING = 0.86;

  /** So many times what is shown is looked at, since some of it may be too like the rest. */
  private static final int SPARE = 3;

  private final Matcher matcher;

  public Selection(Matcher matcher) {
    this.matcher = matcher;
  }

  /**
   * The reader's day. A paper that fits several filters is there once, for all of their reasons,
   * with their names; each filter shows as many in full as it may. Of followed authors the rest is
   * there by title, however many.
   *
   * @param sent ids of papers that the reader got before
   * @param likings what the reader said of earlier papers
   * @param note what the reader has to know; null for nothing
   */
  public Edition select(
      List<ReaderFilter> filters,
      WindowIndex window,
      Set<String> sent,
      LocalDate day,
      Likings likings,
      String note) {
    List<Ranking> rankings = new ArrayList<>();
    BitSet fitting = new BitSet();
    BitSet followed = new BitSet();
    Set<Integer> candidates = new LinkedHashSet<>();
    Diversity shown = new Diversity(window);
    for (ReaderFilter filter : filters) {
      Ranking ranking = matcher.match(filter.interests(), window, sent, day, likings);
      rankings.add(ranking);
      fitting.or(ranking.places());
      followed.or(ranking.followed());
      int most = filter.interests().maxPapers();
      List<Integer> best = ranking.best(SPARE * most + Edition.ALSO);
      shown.take(best, most);
      candidates.addAll(best.subList(0, Math.min(best.size(), most + Edition.ALSO)));
    }
    List<Match> full = new ArrayList<>(ordered(shown.first(), filters, rankings));
    full.addAll(ordered(shown.rest(), filters, rankings));
    candidates.removeAll(shown.first());
    candidates.removeAll(shown.rest());
    candidates.removeIf(followed::get);
    shown.first().forEach(followed::clear);
    shown.rest().forEach(followed::clear);
    return new Edition(
        day,
        fresh(window, sent),
        fitting.cardinality(),
        full,
        ordered(followed.stream().boxed().toList(), filters, rankings),
        List.of(),
        ordered(candidates, filters, rankings).stream().limit(Edition.ALSO).toList(),
        note,
        List.of());
  }

  private static List<Match> ordered(
      Collection<Integer> places, List<ReaderFilter> filters, List<Ranking> rankings) {
    return places.stream()
        .map(place -> together(place, filters, rankings))
        .sorted(Ranking.BEST_FIRST)
        .toList();
  }

  /** A paper as all filters see it that it fits. */
  private static Match together(int place, List<ReaderFilter> filters, List<Ranking> rankings) {
    Match all = null;
    for (int i = 0; i < filters.size(); i++) {
      if (rankings.get(i).places().get(place)) {
        Match match = rankings.get(i).at(place);
        Match named = filters.size() > 1 ? match.of(filters.get(i).name()) : match;
        all = all == null ? named : both(all, named);
      }
    }
    return all;
  }

  private static int fresh(WindowIndex window, Set<String> sent) {
    BitSet old = (BitSet) window.withdrawn().clone();
    sent.stream().map(window::place).filter(Objects::nonNull).forEach(old::set);
    return window.papers().size() - old.cardinality();
  }

  private static Match both(Match one, Match other) {
    Match better = Ranking.BEST_FIRST.compare(one, other) <= 0 ? one : other;
    Match worse = better == one ? other : one;
    List<Reason> reasons = new ArrayList<>(better.reasons());
    worse.reasons().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
    return new Match(better.paper(), better.relevance(), better.trend(), better.dial(), reasons);
  }

  /**
   * How far a reader is served who got a selection of a window; null where the next digest is to
   * look at all of it again. Real papers may be older than the specimens that stood in for them.
   *
   * @param cut what was selected and had no room in the mail: the next digest looks at its dates
   *     again
   */
  static LocalDate servedTo(List<TrendingPaper> window, ShelfState.Go go, List<Match> cut) {
    if (go.servedTo() == null || window.stream().anyMatch(paper -> paper.paper().specimen())) {
      return null;
    }
    LocalDate again = firstDay(cut);
    return again == null || again.isAfter(go.servedTo()) ? go.servedTo() : again.minusDays(1);
  }

  /** The first announcement date of some papers; null where there are none. */
  static LocalDate firstDay(List<Match> papers) {
    return papers.stream()
        .map(match -> match.paper().paper().announced())
        .min(LocalDate::compareTo)
        .orElse(null);
  }
}
