package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.token.Links;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes one reader's draft: matches, ranks, writes. Computes only; stores nothing. */
final class DigestWriting {
  private final Matcher matcher;
  private final DigestComposer composer;
  private final Links links;
  private final String listDomain;

  DigestWriting(Matcher matcher, DigestComposer composer, Links links, String listDomain) {
    this.matcher = matcher;
    this.composer = composer;
    this.links = links;
    this.listDomain = listDomain;
  }

  /**
   * The draft.
   *
   * @param window papers of the reader's window
   * @param sent {@code reader paper} of what the ledger has
   * @param staleness why a source is behind; null where none is
   */
  Draft draft(
      Reader reader,
      WindowIndex window,
      Set<String> sent,
      Map<String, String> topicNames,
      ShelfState.Go go,
      String staleness,
      Instant now) {
    Set<String> own =
        window.papers().stream()
            .map(paper -> paper.paper().key())
            .filter(id -> sent.contains(reader.id() + " " + id))
            .collect(Collectors.toSet());
    List<TrendingPaper> fresh =
        window.papers().stream()
            .filter(p -> !p.paper().withdrawn() && !own.contains(p.paper().key()))
            .toList();
    List<Match> matches = matcher.match(reader.interests(), window, own, reader.day());
    Digest digest = new Digest();
    digest.id = UUID.randomUUID();
    digest.subscriberId = reader.id();
    digest.day = reader.day();
    digest.note = go.note();
    // Real papers may be older than the specimens that stood in for them.
    digest.lastAnnounced =
        window.papers().stream().anyMatch(paper -> paper.paper().specimen()) ? null : go.servedTo();
    digest.papers = fresh.size();
    digest.matched = matches.size();
    digest.createdAt = now;
    Edition edition =
        new Edition(reader.day(), fresh.size(), matches, reader.interests().maxPapers(), go.note());
    if (matches.isEmpty()) {
      digest.status = DigestStatus.EMPTY;
      digest.reason = reason(fresh.isEmpty(), staleness);
      return new Draft(reader, digest, edition, null);
    }
    digest.status = DigestStatus.MAILED;
    return new Draft(reader, digest, edition, letter(reader, digest, edition, topicNames));
  }

  private static EmptyReason reason(boolean noPapers, String staleness) {
    if (!noPapers) {
      return EmptyReason.NOTHING_MATCHED;
    }
    return staleness == null ? EmptyReason.NO_ANNOUNCEMENT : EmptyReason.SOURCE_STALE;
  }

  private Letter letter(
      Reader reader, Digest digest, Edition edition, Map<String, String> topicNames) {
    String unsubscribe = links.unsubscribe(reader.id(), reader.generation());
    return composer.compose(
        edition,
        topicNames,
        new DigestLinks(
            links.page("/"),
            links.digest(reader.id(), reader.generation(), digest.id),
            unsubscribe,
            links.page("/preferences"),
            links.page("/search?q=")),
        Map.of(
            // RFC 2919, RFC 2369 and RFC 8058: one click, by POST, without opening anything.
            "List-Id", "Paperboy digest <digest.paperboy." + listDomain + ">",
            "List-Unsubscribe", "<" + unsubscribe + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }
}
