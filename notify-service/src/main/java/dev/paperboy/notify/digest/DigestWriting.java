package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Found;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.shelf.Change;
import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.subscriber.EmptyDays;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one reader's draft: matches, ranks, writes. Computes only; stores nothing. */
final class DigestWriting {
  private static final Wording WORDS = Wording.of("digest");

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
   * What some readers' drafts are made of.
   *
   * @param window papers of the readers' window
   * @param sent of the window's papers those that readers got before
   * @param likings what readers said of earlier papers
   * @param changes what became of papers that readers were sent
   * @param names of topics and examples by their ids
   * @param likeness what vectors were found, and which were not
   * @param staleness why a source is behind; null where none is
   */
  record Material(
      WindowPapers window,
      Map<UUID, Set<String>> sent,
      Map<UUID, Likings> likings,
      Map<UUID, List<Change>> changes,
      Map<String, String> names,
      Found likeness,
      ShelfState.Go go,
      String staleness) {}

  /**
   * The draft.
   *
   * @param window the material's, for this thread
   */
  Draft draft(Reader reader, WindowIndex window, Material material, Instant now) {
    Subjects subjects =
        Subjects.of(reader.filters().stream().map(ReaderFilter::interests).toList());
    String note = note(reader, material.go(), subjects, material.likeness());
    Edition selected =
        selection
            .select(
                reader.filters(),
                window,
                material.sent().getOrDefault(reader.id(), Set.of()),
                reader.day(),
                material.likings().getOrDefault(reader.id(), Likings.NONE),
                note)
            .with(material.changes().getOrDefault(reader.id(), List.of()));
    Digest digest = new Digest();
    digest.id = UUID.randomUUID();
    digest.subscriberId = reader.id();
    digest.day = reader.day();
    digest.note = note;
    digest.papers = selected.papers();
    digest.matched = selected.matched();
    digest.createdAt = now;
    DigestComposer.Written written = written(reader, digest, selected, material);
    Edition edition = written == null ? selected : written.edition();
    digest.lastAnnounced =
        LikenessNote.incomplete(subjects, material.likeness())
            ? again(reader, window)
            : Selection.servedTo(window.papers(), material.go(), selected.cutIn(edition));
    return new Draft(reader, digest, edition, written == null ? null : written.letter());
  }

  /** What there is to mail, if anything; says in the digest what kind of day it is. */
  private DigestComposer.Written written(
      Reader reader, Digest digest, Edition edition, Material material) {
    DigestLinks own = DigestLinks.of(links, reader.id(), reader.generation(), digest.id);
    Map<String, String> headers = headers(own);
    digest.status = DigestStatus.MAILED;
    if (!edition.isEmpty()) {
      return composer.compose(edition, material.names(), own, headers);
    }
    EmptyDay day = EmptyDay.of(edition, material.staleness());
    if (edition.tellsOfWithdrawal()) {
      return composer.composeEmpty(edition, day, null, own, headers);
    }
    digest.status = DigestStatus.EMPTY;
    digest.reason = day.reason();
    EmptyDays wish = reader.schedule().emptyDays();
    return day.isTold(wish, reader.lastTold())
        ? composer.composeEmpty(edition, day, day.hint(wish), own, headers)
        : null;
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
                LikenessNote.of(subjects, likeness, WORDS.say("likeness.later")).stream())
            .collect(Collectors.joining(" "));
    return note.isEmpty() ? null : note;
  }

  /** Papers leave the shelf, whether or not their readers came for them; null where none did. */
  private static String awayForLong(Reader reader) {
    return reader.last() != null
            && reader.last().plusDays(1).isBefore(reader.day().minusDays(Shelf.DAYS))
        ? WORDS.say("away", Shelf.DAYS)
        : null;
  }

  /** RFC 2919, RFC 2369 and RFC 8058: one click, by POST, without opening anything. */
  private Map<String, String> headers(DigestLinks own) {
    return Map.of(
        "List-Id", "Paperboy digest <digest.paperboy." + listDomain + ">",
        "List-Unsubscribe", "<" + own.unsubscribe() + ">",
        "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }
}
