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
   * @param origin how that source came by it
   * @return the change, with what is known now; its kind is {@link ChangeKind#NONE} where there is
   *     nothing to announce
   */
  public static PaperChange compare(SeenPaper seen, Paper now, Origin origin) {
    if (seen == null) {
      return first(now, origin);
    }
    PaperMerge merge = PaperMerge.of(seen.paper(), seen.origin(), now, origin);
    ChangeKind kind = kind(seen.paper(), merge.paper());
    long seq = kind == ChangeKind.NONE ? seen.seq() : seen.seq() + 1;
    return new PaperChange(merge.paper(), merge.origin(), kind, seq, seen.announced());
  }

  /**
   * A revision of a paper that was never seen is no news of the day: it belongs to its first day.
   * Where the source can't tell that day, it is left to one that can.
   */
  private static PaperChange first(Paper now, Origin origin) {
    if (origin == Origin.LISTING && now.revised()) {
      return new PaperChange(now, origin, ChangeKind.NONE, 0, now.updated());
    }
    ChangeKind kind =
        now.withdrawn()
            ? ChangeKind.WITHDRAWN
            : now.revised() ? ChangeKind.REPLACED : ChangeKind.NEW;
    LocalDate announced =
        now.revised() && now.submitted() != null ? now.submitted() : now.updated();
    return new PaperChange(now, origin, kind, 1, announced);
  }

  private static ChangeKind kind(Paper before, Paper now) {
    if (Arrays.equals(ContentHash.of(before), ContentHash.of(now))) {
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

  private static boolean isReplaced(Paper before, Paper now) {
    if (before.version() != null && now.version() != null) {
      return now.version() > before.version();
    }
    return !Objects.equals(before.title(), now.title())
        || !Objects.equals(before.abstractText(), now.abstractText());
  }
}
