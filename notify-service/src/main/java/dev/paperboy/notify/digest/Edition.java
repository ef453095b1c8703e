package dev.paperboy.notify.digest;

import java.time.LocalDate;
import java.util.List;

/**
 * A reader's day before it is written out.
 *
 * @param day the reader's date
 * @param papers new papers looked at
 * @param matched how many of them fit
 * @param matches the best of those, best first, as many as are shown or more
 * @param maxPapers how many of them are shown in full
 * @param note what the reader has to know about missing papers; null for nothing
 */
public record Edition(
    LocalDate day, int papers, int matched, List<Match> matches, int maxPapers, String note) {
  /** Titles shown behind the papers. */
  static final int ALSO = 10;

  /** The same without its last paper, of those that are shown in any way. */
  Edition without() {
    int shown = shown().size();
    int kept = shown + also().size() - 1;
    return new Edition(day, papers, matched, matches.subList(0, kept), Math.min(shown, kept), note);
  }

  /** Shown in full. */
  List<Match> shown() {
    return matches.subList(0, Math.min(maxPapers, matches.size()));
  }

  /** Shown by title only. */
  List<Match> also() {
    int from = shown().size();
    return matches.subList(from, Math.min(from + ALSO, matches.size()));
  }
}
