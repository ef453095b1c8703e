package dev.paperboy.ingest.paper;

import java.time.LocalDate;

/**
 * One paper out of two descriptions: what was known, and what a source says now.
 *
 * <p>A later version counts, whoever tells it. Of two descriptions of the same version the one of
 * the richer origin counts. What its origin cannot tell at all is filled from the other one, and
 * nothing else is: a field that a rich source leaves empty is empty, or two sources would change a
 * paper to and fro for ever.
 *
 * @param paper what is known now
 * @param origin whose description it is
 */
record PaperMerge(Paper paper, Origin origin) {

  static PaperMerge of(Paper before, Origin had, Paper now, Origin has) {
    if (isOlder(before, now) || !isLater(before, now) && has.compareTo(had) < 0) {
      return new PaperMerge(filled(before, had, now, before.updated()), had);
    }
    LocalDate updated = now.updated().isBefore(before.updated()) ? before.updated() : now.updated();
    return new PaperMerge(filled(now, has, before, updated), has);
  }

  private static boolean isLater(Paper before, Paper now) {
    return before.version() != null && now.version() != null && now.version() > before.version();
  }

  /** A feed that lags behind, or an old file read again, must not turn a paper back. */
  private static boolean isOlder(Paper before, Paper now) {
    if (before.version() != null && now.version() != null) {
      return now.version() < before.version();
    }
    return now.updated().isBefore(before.updated());
  }

  private static Paper filled(Paper base, Origin origin, Paper other, LocalDate updated) {
    boolean sameText =
        base.title().equals(other.title()) && base.abstractText().equals(other.abstractText());
    // The remark of a withdrawn version is its notice; a later version would look withdrawn too.
    String comments =
        origin == Origin.LISTING && !other.withdrawn() ? other.comments() : base.comments();
    return new Paper(
        base.id(),
        base.source(),
        base.version() == null && sameText ? other.version() : base.version(),
        base.title(),
        base.abstractText(),
        base.authors(),
        base.categories(),
        base.comments() == null ? comments : base.comments(),
        base.journalRef(),
        base.doi(),
        origin == Origin.API && base.license() == null ? other.license() : base.license(),
        base.submitted() == null ? other.submitted() : base.submitted(),
        base.revised(),
        updated,
        base.withdrawn());
  }
}
