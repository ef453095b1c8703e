package dev.paperboy.ingest.harvest;

import dev.paperboy.events.PaperId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Which papers to publish again.
 *
 * @param from first announcement date; null for no bound
 * @param until last announcement date; null for no bound
 * @param ids only these; null for all
 */
record ReplayScope(LocalDate from, LocalDate until, List<PaperId> ids) {
  static final ReplayScope ALL = new ReplayScope(null, null, null);

  /**
   * Reads a request's parameters; null or blank ones don't bound.
   *
   * @param ids separated by commas: arXiv ids, or written as {@code archive:id}
   * @throws IllegalArgumentException saying what is wrong
   */
  static ReplayScope of(String from, String until, String ids) {
    ReplayScope scope =
        new ReplayScope(
            day("from", from),
            day("until", until),
            isBlank(ids) ? null : Arrays.stream(ids.split(",")).map(ReplayScope::id).toList());
    if (scope.from != null && scope.until != null && scope.until.isBefore(scope.from)) {
      throw new IllegalArgumentException("until is before from");
    }
    return scope;
  }

  boolean isAll() {
    return equals(ALL);
  }

  /** The ids as stored; null for all. */
  String[] keys() {
    return ids == null ? null : ids.stream().map(PaperId::toString).toArray(String[]::new);
  }

  private static PaperId id(String text) {
    String id = text.strip();
    return id.matches("[a-z]+:.*") && !id.startsWith("arxiv:")
        ? PaperId.parse(id)
        : PaperId.arxiv(id);
  }

  private static LocalDate day(String name, String text) {
    try {
      return isBlank(text) ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " is «" + text + "», not YYYY-MM-DD", e);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
