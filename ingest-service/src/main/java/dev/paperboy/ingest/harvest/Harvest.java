package dev.paperboy.ingest.harvest;

import dev.paperboy.events.PaperId;
import dev.paperboy.events.TopicSpec;
import dev.paperboy.ingest.paper.ChangeKind;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperChange;
import dev.paperboy.ingest.paper.SeenPaper;
import dev.paperboy.ingest.paper.SeenPapers;
import dev.paperboy.ingest.publish.Announcement;
import dev.paperboy.ingest.publish.AnnouncementFormat;
import dev.paperboy.ingest.publish.EventPublisher;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import dev.paperboy.ingest.source.Refusal;
import dev.paperboy.ingest.specimen.SpecimenPapers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * One run over a source, page by page: read, publish all, await all acknowledgements, then remember
 * papers and checkpoint in one transaction.
 *
 * <p>A crash anywhere repeats at most a page, with the same row versions, which consumers shrug
 * off. Runs on a virtual thread: sources block, and a page must be behind us before the next is
 * read.
 */
@ApplicationScoped
class Harvest {
  // Far above what a page takes, so that only a lost broker or database ends the wait.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(Harvest.class);

  private final PaperStore store;
  private final EventPublisher publisher;

  Harvest(PaperStore store, EventPublisher publisher) {
    this.store = store;
    this.publisher = publisher;
  }

  /**
   * Reads all that the source has behind the feed's checkpoint.
   *
   * @param now whether to look for news even where the source was read a short time ago
   * @throws IOException where the source cannot be read on; what was read before is safe
   */
  Tally run(PaperSource source, boolean now) throws IOException {
    Tally tally = new Tally();
    String checkpoint = await(store.checkpoint(source.feed()));
    try (PaperSource.Pages pages = source.open(checkpoint, now)) {
      for (Page page = pages.next(); page != null; page = pages.next()) {
        announce(source, page, tally);
        tally.page();
      }
    }
    return tally;
  }

  private void announce(PaperSource source, Page page, Tally tally) {
    String feed = source.feed();
    Map<PaperId, Paper> papers = new LinkedHashMap<>();
    page.papers().forEach(paper -> papers.merge(paper.id(), paper, Harvest::later));
    Set<PaperId> ids = new LinkedHashSet<>(page.deleted());
    ids.removeAll(papers.keySet());
    Set<PaperId> deleted = Set.copyOf(ids);
    ids.addAll(papers.keySet());
    Map<PaperId, SeenPaper> seen = await(store.seen(ids));
    List<Announcement> announcements = new ArrayList<>();
    List<PaperId> confirmed = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>(page.refusals());
    for (Paper paper : papers.values()) {
      SeenPaper before = seen.get(paper.id());
      PaperChange change = SeenPapers.compare(before, paper, source.origin());
      if (change.kind() == ChangeKind.NONE) {
        if (before != null && change.origin() != before.origin()) {
          confirmed.add(paper.id());
        }
        continue;
      }
      byte[] body = AnnouncementFormat.write(change);
      if (body.length > TopicSpec.LARGEST_PAPER_BYTES) {
        refusals.add(tooLarge(paper.id(), body.length));
      } else {
        announcements.add(new Announcement(change, body));
      }
    }
    // What was never announced need not be taken back.
    Set<PaperId> gone = new LinkedHashSet<>(deleted);
    gone.retainAll(seen.keySet());
    boolean real = !feed.equals(SpecimenPapers.FEED) && !announcements.isEmpty();
    List<PaperId> specimens = real ? await(store.specimens()) : List.of();
    gone.addAll(specimens);
    await(publisher.publishPage(announcements, gone));
    if (!specimens.isEmpty()) {
      LOG.infof("real papers have come: %d specimens are gone", specimens.size());
      await(publisher.forgetSource(SpecimenPapers.FEED));
    }
    await(
        store.save(
            feed,
            announcements,
            new PaperStore.Confirmation(confirmed, source.origin()),
            gone,
            refusals,
            page.checkpoint()));
    announcements.forEach(a -> tally.count(a.change().kind()));
    tally.deleted(gone.size());
    tally.refused(refusals.size());
  }

  /** Some archives list every version of a paper that came in a stretch of days. */
  private static Paper later(Paper one, Paper next) {
    return one.version() != null && next.version() != null && next.version() < one.version()
        ? one
        : next;
  }

  private static Refusal tooLarge(PaperId id, int bytes) {
    return new Refusal(
        id.toString(),
        "%d KB; a paper may have %d KB at most"
            .formatted(bytes / 1024, TopicSpec.LARGEST_PAPER_BYTES / 1024));
  }

  private static <T> T await(Uni<T> step) {
    return step.await().atMost(PATIENCE);
  }
}
