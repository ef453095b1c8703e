package dev.paperboy.notify.digest;

import static java.util.stream.Collectors.toSet;

import dev.paperboy.notify.shelf.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A reader's day before it is written out.
 *
 * @param day the reader's date
 * @param papers new papers looked at
 * @param matched how many of them fit
 * @param shown in full, best first; where none is, none fits
 * @param followed by title only, since authors whom the reader follows wrote them
 * @param brief by title only, since the mail has no room for more of them
 * @param also by title only, the best of what else fits
 * @param note what the reader has to know about missing papers; null for nothing
 * @param changes what became of papers that the reader was sent before
 */
public record Edition(
    LocalDate day,
    int papers,
    int matched,
    List<Match> shown,
    List<Match> followed,
    List<Match> brief,
    List<Match> also,
    String note,
    List<Change> changes) {
  /** Titles shown behind the papers. */
  static final int ALSO = 10;

  /** Changes that are told at a time; more of them come the next day. */
  private static final int CHANGES = 10;

  public Edition {
    shown = List.copyOf(shown);
    followed = List.copyOf(followed);
    brief = List.copyOf(brief);
    also = List.copyOf(also);
    changes = List.copyOf(changes);
  }

  /** The same with what became of papers, as much of it as is told at a time. */
  Edition with(List<Change> all) {
    return with(shown, followed, brief, also, all.subList(0, Math.min(all.size(), CHANGES)));
  }

  private Edition with(
      List<Match> full,
      List<Match> authors,
      List<Match> titles,
      List<Match> others,
      List<Change> told) {
    return new Edition(day, papers, matched, full, authors, titles, others, note, told);
  }

  /** Whether no paper fits. */
  boolean isEmpty() {
    return shown.isEmpty();
  }

  /** Whether a paper that the reader was sent was withdrawn: worth a mail of its own. */
  boolean tellsOfWithdrawal() {
    return changes.stream().anyMatch(Change::withdrawn);
  }

  /** The papers whose titles alone are shown to all, in the mail's order. */
  List<Match> titles() {
    return Stream.of(brief, also).flatMap(List::stream).toList();
  }

  /** All papers, in the mail's order. */
  List<Match> sent() {
    return Stream.of(shown, followed, brief, also).flatMap(List::stream).toList();
  }

  /**
   * What the reader is owed, the best of what fits and all of followed authors, and does not get
   * since it is not in {@code held}, which was made of this edition.
   */
  List<Match> cutIn(Edition held) {
    List<Match> cut = new ArrayList<>(shown);
    cut.addAll(followed);
    if (cut.size() > held.sent().size()) {
      Set<String> kept =
          held.sent().stream().map(match -> match.paper().paper().key()).collect(toSet());
      cut.removeIf(match -> kept.contains(match.paper().paper().key()));
      return cut;
    }
    return List.of();
  }

  /**
   * The same, smaller: what was no more than an extra goes first, then papers from the last on are
   * told by their titles; only where there is nothing else to save, titles go.
   *
   * @param steps how many of these to take, one or more
   * @return this one where there is nothing to leave out
   */
  Edition smaller(int steps) {
    List<Match> full = new ArrayList<>(shown);
    List<Match> authors = new ArrayList<>(followed);
    List<Match> titles = new ArrayList<>(brief);
    List<Match> others = new ArrayList<>(also);
    List<Change> told = new ArrayList<>(changes);
    int taken = 0;
    for (; taken < steps; taken++) {
      if (!others.isEmpty()) {
        others.removeLast();
      } else if (full.size() > 1) {
        Match last = full.removeLast();
        (last.isOfFollowed() ? authors : titles).addFirst(last);
      } else if (!titles.isEmpty()) {
        titles.removeLast();
      } else if (!authors.isEmpty()) {
        authors.removeLast();
      } else if (!told.isEmpty()) {
        told.removeLast();
      } else {
        break;
      }
    }
    return taken == 0 ? this : with(full, authors, titles, others, told);
  }
}
