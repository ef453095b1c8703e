package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Sender;
import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.shelf.SourceBook;
import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.shelf.TopicCatalogue;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.token.Links;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes digests for readers: reads the shelf once for all who wait for the same window, matches and
 * writes on a worker thread, and only then opens a transaction for each.
 */
@ApplicationScoped
class DigestPress {
  private final Shelf shelf;
  private final SourceBook sources;
  private final TopicCatalogue topics;
  private final Readers readers;
  private final DigestStore store;
  private final Vertx vertx;
  private final DigestWriting writing;
  private final Clock real = Clock.systemUTC();

  DigestPress(
      Shelf shelf,
      SourceBook sources,
      TopicCatalogue topics,
      Readers readers,
      DigestStore store,
      Vertx vertx,
      Links links,
      Sender sender,
      @Location("mail/digest.html") Template html,
      @Location("mail/digest.txt") Template text,
      @ConfigProperty(name = "paperboy.postal-address", defaultValue = " ") String postal,
      @ConfigProperty(name = "paperboy.digest.topic-confidence", defaultValue = "0.5")
          double topicConfidence) {
    this.shelf = shelf;
    this.sources = sources;
    this.topics = topics;
    this.readers = readers;
    this.store = store;
    this.vertx = vertx;
    this.writing =
        new DigestWriting(
            new Matcher(topicConfidence),
            new DigestComposer(html, text, postal),
            links,
            sender.domain());
  }

  /** What became of each reader. */
  Uni<List<DigestOutcome>> make(List<Reader> asked) {
    List<DigestOutcome> outcomes = new ArrayList<>();
    List<Reader> unserved = new ArrayList<>();
    for (Reader reader : asked) {
      if (reader.served()) {
        outcomes.add(existing(reader));
      } else {
        unserved.add(reader);
      }
    }
    if (unserved.isEmpty()) {
      return Uni.createFrom().item(outcomes);
    }
    return state()
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

  private Uni<ShelfState> state() {
    return shelf
        .countByDay()
        .flatMap(
            counts ->
                sources
                    .all()
                    .flatMap(
                        all ->
                            shelf
                                .sinceGrowth()
                                .flatMap(
                                    since ->
                                        shelf
                                            .isFilling()
                                            .map(
                                                filling ->
                                                    new ShelfState(counts, all, since, filling)))));
  }

  /** A reader who could get nothing yet waits for an empty window of the day. */
  private static Map<Window, List<Reader>> byWindow(List<Reader> readers, ShelfState state) {
    Map<Window, List<Reader>> groups = new LinkedHashMap<>();
    for (Reader reader : readers) {
      Window window =
          state
              .window(reader.last(), reader.day())
              .orElseGet(() -> new Window(reader.day(), reader.day()));
      groups.computeIfAbsent(window, key -> new ArrayList<>()).add(reader);
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
          shelf
              .papers(window.from(), window.to())
              .flatMap(
                  papers ->
                      readers
                          .sent(group, papers.stream().map(p -> p.paper().key()).toList())
                          .flatMap(
                              sent ->
                                  topics
                                      .all()
                                      .flatMap(
                                          all ->
                                              onWorker(
                                                  () ->
                                                      drafts(
                                                          window,
                                                          group,
                                                          papers,
                                                          sent,
                                                          all,
                                                          go,
                                                          state.staleness())))))
              .flatMap(this::storeAll);
    };
  }

  private List<Draft> drafts(
      Window window,
      List<Reader> group,
      List<TrendingPaper> papers,
      Set<String> sent,
      List<Topic> taxonomy,
      ShelfState.Go go,
      String staleness) {
    Map<String, String> names = taxonomy.stream().collect(Collectors.toMap(Topic::id, Topic::name));
    Instant now = real.instant();
    try (WindowIndex index = new WindowIndex(papers, names, window.to())) {
      return group.stream()
          .map(reader -> writing.draft(reader, index, sent, names, go, staleness, now))
          .toList();
    }
  }

  private Uni<List<DigestOutcome>> storeAll(List<Draft> drafts) {
    return Multi.createFrom()
        .iterable(drafts)
        .onItem()
        .transformToUniAndConcatenate(
            draft ->
                store
                    .store(draft)
                    .map(
                        stored ->
                            stored
                                ? new DigestOutcome(
                                    draft.reader(), DigestOutcome.Kind.CREATED, draft.words())
                                : existing(draft.reader())))
        .collect()
        .asList();
  }

  private static DigestOutcome existing(Reader reader) {
    return new DigestOutcome(
        reader,
        DigestOutcome.Kind.EXISTING,
        "has the digest of " + reader.day() + " already; there is one a day");
  }

  /** Computes beside the event loop and comes back to the same context. */
  private <T> Uni<T> onWorker(java.util.concurrent.Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
