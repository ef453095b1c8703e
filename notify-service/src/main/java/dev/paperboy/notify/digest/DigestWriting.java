package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Found;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.token.Links;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one reader's draft: matches, ranks, writes. Computes only; stores nothing. */
final class DigestWriting {
  private final Selection selection;
  private final DigestComposer composer;
  private final Links links;
  private final String listDomain;

  DigestWriting(Selection selection, DigestComposer composer, Links links, String listDomain) {
    this.selection = selection;
    this.composer = composer;
    this.links = links;
    this.listDomain = listDomain;
  }

  /**
   * The draft.
   *
   * @param window papers of the reader's window
   * @param sent {@code reader paper} of what the ledger has
   * @param likings what the reader said of earlier papers
   * @param names of topics and examples by their ids
   * @param likeness what vectors were found, and which were not
   * @param staleness why a source is behind; null where none is
   */
  Draft draft(
      Reader reader,
      WindowIndex window,
      Set<String> sent,
      Likings likings,
      Map<String, String> names,
      Found likeness,
      ShelfState.Go go,
      String staleness,
      Instant now) {
    Set<String> own =
        window.papers().stream()
            .map(paper -> paper.paper().key())
            .filter(id -> sent.contains(reader.id() + " " + id))
            .collect(Collectors.toSet());
    Subjects subjects =
        Subjects.of(reader.filters().stream().map(ReaderFilter::interests).toList());
    String note = note(reader, go, subjects, likeness);
    Edition edition = selection.select(reader.filters(), window, own, reader.day(), likings, note);
    Digest digest = new Digest();
    digest.id = UUID.randomUUID();
    digest.subscriberId = reader.id();
    digest.day = reader.day();
    digest.note = note;
    digest.lastAnnounced =
        LikenessNote.incomplete(subjects, likeness)
            ? again(reader, window)
            : Selection.servedTo(window.papers(), go);
    digest.papers = edition.papers();
    digest.matched = edition.matched();
    digest.createdAt = now;
    if (edition.matches().isEmpty()) {
      digest.status = DigestStatus.EMPTY;
      digest.reason = reason(edition.papers() == 0, staleness);
      return new Draft(reader, digest, edition, null);
    }
    digest.status = DigestStatus.MAILED;
    DigestComposer.Written written = written(reader, digest, edition, names);
    return new Draft(reader, digest, written.edition(), written.letter());
  }

  /** The next digest looks behind the same date; a new reader's, at the same papers. */
  private static LocalDate again(Reader reader, WindowIndex window) {
    return reader.last() != null
        ? null
        : window.papers().stream()
            .map(paper -> paper.paper().announced().minusDays(1))
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private static String note(Reader reader, ShelfState.Go go, Subjects subjects, Found likeness) {
    String note =
        Stream.concat(
                Stream.concat(Stream.ofNullable(awayForLong(reader)), Stream.ofNullable(go.note())),
                LikenessNote.of(subjects, likeness, "What was missed will be in the next digest.")
                    .stream())
            .collect(Collectors.joining(" "));
    return note.isEmpty() ? null : note;
  }

  /** Papers leave the shelf, whether or not their readers came for them; null where none did. */
  private static String awayForLong(Reader reader) {
    return reader.last() != null
            && reader.last().plusDays(1).isBefore(reader.day().minusDays(Shelf.DAYS))
        ? "It is more than %d days since your last digest. Papers are kept for as long; these are"
                .formatted(Shelf.DAYS)
            + " the best of what is still there."
        : null;
  }

  private static EmptyReason reason(boolean noPapers, String staleness) {
    if (!noPapers) {
      return EmptyReason.NOTHING_MATCHED;
    }
    return staleness == null ? EmptyReason.NO_ANNOUNCEMENT : EmptyReason.SOURCE_STALE;
  }

  private DigestComposer.Written written(
      Reader reader, Digest digest, Edition edition, Map<String, String> names) {
    String view = links.digest(reader.id(), reader.generation(), digest.id);
    String unsubscribe = links.unsubscribe(reader.id(), reader.generation());
    return composer.compose(
        edition,
        names,
        new DigestLinks(
            links.page("/"),
            view,
            view + "/pause",
            unsubscribe,
            links.page("/preferences"),
            links.page("/search?q="),
            links.feedback(reader.id(), reader.generation(), digest.id)),
        Map.of(
            // RFC 2919, RFC 2369 and RFC 8058: one click, by POST, without opening anything.
            "List-Id", "Paperboy digest <digest.paperboy." + listDomain + ">",
            "List-Unsubscribe", "<" + unsubscribe + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }
}
