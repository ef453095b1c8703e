package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Marks;
import dev.paperboy.notify.likeness.Probes;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.mail.Sender;
import dev.paperboy.notify.shelf.Changes;
import dev.paperboy.notify.token.Links;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes digests for readers: reads the shelf once for all who wait for the same window, matches and
 * writes on worker threads, and only then opens a transaction for each. What fails for one reader
 * is that reader's outcome, and the others go on.
 */
@ApplicationScoped
class DigestPress {
  private static final Logger LOG = Logger.getLogger(DigestPress.class);

  private final Stock stock;
  private final Probes probes;
  private final Readers readers;
  private final Marks marks;
  private final Changes changes;
  private final DigestStore store;
  private final DigestWriting writing;
  private final Clock real = Clock.systemUTC();

  DigestPress(
      Stock stock,
      Probes probes,
      Readers readers,
      Marks marks,
      Changes changes,
      DigestStore store,
      Selection selection,
      DigestComposer composer,
      Links links,
      Sender sender) {
    this.stock = stock;
    this.probes = probes;
    this.readers = readers;
    this.marks = marks;
    this.changes = changes;
    this.store = store;
    this.writing = new DigestWriting(selection, composer, links, sender.domain());
  }

  /** What became of each reader. */
  Uni<List<DigestOutcome>> make(List<Reader> asked) {
    List<DigestOutcome> outcomes = new ArrayList<>();
    List<Reader> unserved = new ArrayList<>();
    for (Reader reader : asked) {
      if (reader.served()) {
        outcomes.add(existing(reader));
      } else if (!reader.schedule().sends(reader.day())) {
        outcomes.add(resting(reader));
      } else {
        unserved.add(reader);
      }
    }
    if (unserved.isEmpty()) {
      return Uni.createFrom().item(outcomes);
    }
    return stock
        .state()
        .flatMap(
            state ->
                Multi.createFrom()
                    .iterable(byWindow(unserved, state).entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(
                        group -> makeGroup(group.getKey(), group.getValue(), state))
                    .collect()
                    .asList())
        .map(
            made -> {
              made.forEach(outcomes::addAll);
              return outcomes;
            });
  }

  private static Map<Window, List<Reader>> byWindow(List<Reader> readers, ShelfState state) {
    Map<Window, List<Reader>> groups = new LinkedHashMap<>();
    for (Reader reader : readers) {
      groups
          .computeIfAbsent(
              state.window(reader.last(), reader.day(), reader.schedule().firstDays()),
              window -> new ArrayList<>())
          .add(reader);
    }
    return groups;
  }

  private Uni<List<DigestOutcome>> makeGroup(Window window, List<Reader> group, ShelfState state) {
    return switch (state.verdict(window)) {
      case ShelfState.Wait(String reason) ->
          Uni.createFrom()
              .item(
                  group.stream()
                      .map(
                          reader ->
                              new DigestOutcome(
                                  reader,
                                  DigestOutcome.Kind.WAITING,
                                  "waits: " + reason + "; it is sent when they are here"))
                      .toList());
      case ShelfState.Go go ->
          material(window, group, go, state.staleness())
              .flatMap(material -> press(group, material))
              .onFailure()
              .recoverWithItem(
                  failure -> {
                    LOG.errorf(
                        failure, "digests not made readers=%d window=%s", group.size(), window);
                    return group.stream().map(reader -> failed(reader, failure)).toList();
                  });
    };
  }

  private Uni<DigestWriting.Material> material(
      Window window, List<Reader> group, ShelfState.Go go, String staleness) {
    List<UUID> ids = group.stream().map(Reader::id).toList();
    return stock
        .topicNames()
        .flatMap(
            names ->
                stock
                    .papers(window, names)
                    .flatMap(
                        papers ->
                            Uni.combine()
                                .all()
                                .unis(
                                    readers.sent(ids, papers.keys()),
                                    marks.likings(ids, papers.vectors().encoder()),
                                    changes.untold(ids),
                                    probes.find(subjects(group), papers.vectors().encoder()))
                                .usingConcurrencyOf(1)
                                .with(
                                    (sent, likings, untold, found) ->
                                        new DigestWriting.Material(
                                            papers,
                                            sent,
                                            likings,
                                            untold,
                                            found.names(names),
                                            found,
                                            go,
                                            staleness))));
  }

  private static Map<UUID, Subjects> subjects(List<Reader> group) {
    return group.stream()
        .flatMap(reader -> reader.filters().stream())
        .filter(filter -> filter.id() != null)
        .collect(Collectors.toMap(ReaderFilter::id, f -> Subjects.of(f.interests())));
  }

  /** A draft, or why there is none. */
  private record Made(Reader reader, Draft draft, Throwable failure) {}

  /** On as many workers as there are cores: a page of readers is a second's work for one. */
  private Uni<List<DigestOutcome>> press(List<Reader> group, DigestWriting.Material material) {
    List<Uni<List<Made>>> parts =
        parts(group).stream().map(part -> stock.onWorker(() -> drafts(part, material))).toList();
    return Uni.join()
        .all(parts)
        .andFailFast()
        .flatMap(
            made ->
                Multi.createFrom()
                    .iterable(made.stream().flatMap(List::stream).toList())
                    .onItem()
                    .transformToUniAndConcatenate(this::store)
                    .collect()
                    .asList());
  }

  private List<Made> drafts(List<Reader> part, DigestWriting.Material material) {
    WindowIndex window = new WindowIndex(material.window(), material.likeness().probes());
    Instant now = real.instant();
    List<Made> made = new ArrayList<>();
    for (Reader reader : part) {
      try {
        made.add(new Made(reader, writing.draft(reader, window, material, now), null));
      } catch (RuntimeException | StackOverflowError e) {
        // Whatever it is that this reader's filter or a paper brings: the others are not to blame.
        made.add(new Made(reader, null, e));
      }
    }
    return made;
  }

  private static List<List<Reader>> parts(List<Reader> group) {
    int size = Math.ceilDiv(group.size(), Runtime.getRuntime().availableProcessors());
    List<List<Reader>> parts = new ArrayList<>();
    for (int from = 0; from < group.size(); from += size) {
      parts.add(group.subList(from, Math.min(from + size, group.size())));
    }
    return parts;
  }

  private Uni<DigestOutcome> store(Made made) {
    if (made.failure() != null) {
      return Uni.createFrom().item(failedAlone(made.reader(), made.failure()));
    }
    return store
        .store(made.draft())
        .map(
            stored ->
                stored
                    ? new DigestOutcome(
                        made.reader(), DigestOutcome.Kind.CREATED, made.draft().words())
                    : existing(made.reader()))
        .onFailure()
        .recoverWithItem(failure -> failedAlone(made.reader(), failure));
  }

  /** No address in the log: the id finds the reader. */
  private static DigestOutcome failedAlone(Reader reader, Throwable failure) {
    LOG.errorf(failure, "digest not made reader=%s day=%s", reader.id(), reader.day());
    return failed(reader, failure);
  }

  private static DigestOutcome failed(Reader reader, Throwable failure) {
    return new DigestOutcome(
        reader,
        DigestOutcome.Kind.FAILED,
        "has no digest of %s, since something broke: %s. It is tried again; the log says more."
            .formatted(reader.day(), failure.getClass().getSimpleName()));
  }

  private static DigestOutcome resting(Reader reader) {
    LocalDate until = reader.schedule().pausedUntil();
    return new DigestOutcome(
        reader,
        DigestOutcome.Kind.RESTING,
        until != null && reader.day().isBefore(until)
            ? "has a pause until " + until
            : "wants no digest on "
                + reader.day()
                + ", but "
                + switch (reader.schedule().frequency()) {
                  case DAILY -> "every day";
                  case WEEKDAYS -> "on weekdays";
                  case WEEKLY -> "once a week";
                  case OFF -> "none for now";
                });
  }

  private static DigestOutcome existing(Reader reader) {
    return new DigestOutcome(
        reader,
        DigestOutcome.Kind.EXISTING,
        "has the digest of " + reader.day() + " already; there is one a day");
  }
}
