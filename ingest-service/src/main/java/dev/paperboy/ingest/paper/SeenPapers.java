package dev.paperboy.ingest.paper;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** Tells apart new papers, replacements, cross-lists, corrected metadata and withdrawals. */
public final class SeenPapers {
  private SeenPapers() {}

  /**
   * The change that {@code now} makes to what was seen.
   *
   * @param seen the last announcement; null if there was none
   * @param now the paper as a source gives it
   * @return the change; its kind is {@link ChangeKind#NONE} where nothing changed
   */
  public static PaperChange compare(SeenPaper seen, Paper now) {
    if (seen == null) {
      return first(now);
    }
    ChangeKind kind = kind(seen.paper(), now);
    long seq = kind == ChangeKind.NONE ? seen.seq() : seen.seq() + 1;
    return new PaperChange(now, kind, seq, seen.announced());
  }

  /**
   * A revision of a paper that was never seen is no news of the day: it belongs to its first day.
   */
  private static PaperChange first(Paper now) {
    ChangeKind kind =
        now.withdrawn()
            ? ChangeKind.WITHDRAWN
            : now.revised() ? ChangeKind.REPLACED : ChangeKind.NEW;
    LocalDate announced =
        now.revised() && now.submitted() != null ? now.submitted() : now.updated();
    return new PaperChange(now, kind, 1, announced);
  }

  private static ChangeKind kind(Paper before, Paper now) {
    if (Arrays.equals(ContentHash.of(before), ContentHash.of(now)) || isOlder(before, now)) {
      return ChangeKind.NONE;
    }
    if (now.withdrawn() && !before.withdrawn()) {
      return ChangeKind.WITHDRAWN;
    }
    if (isReplaced(before, now)) {
      return ChangeKind.REPLACED;
    }
    if (!before.categories().equals(now.categories())) {
      return ChangeKind.CROSS;
    }
    return ChangeKind.METADATA;
  }

  /** A feed that lags behind, or an old file read again, must not turn a paper back. */
  private static boolean isOlder(Paper before, Paper now) {
    if (before.version() != null && now.version() != null) {
      return now.version() < before.version();
    }
    return now.updated().isBefore(before.updated());
  }

  private static boolean isReplaced(Paper before, Paper now) {
    if (before.version() != null && now.version() != null) {
      return now.version() > before.version();
    }
    return !Objects.equals(before.title(), now.title())
        || !Objects.equals(before.abstractText(), now.abstractText());
  }
}
