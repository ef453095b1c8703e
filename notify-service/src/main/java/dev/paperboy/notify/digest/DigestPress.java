package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.feedback.Marks;
import dev.paperboy.notify.likeness.Found;
import dev.paperboy.notify.likeness.Probes;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.mail.Sender;
import dev.paperboy.notify.token.Links;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes digests for readers: reads the shelf once for all who wait for the same window, matches and
 * writes on a worker thread, and only then opens a transaction for each.
 */
@ApplicationScoped
class DigestPress {
  private final Stock stock;
  private final Probes probes;
  private final Readers readers;
  private final Marks marks;
  private final DigestStore store;
  private final DigestWriting writing;
  private final Clock real = Clock.systemUTC();

  DigestPress(
      Stock stock,
      Probes probes,
      Readers readers,
      Marks marks,
      DigestStore store,
      Links links,
      Sender sender,
      @Location("mail/digest.html") Template html,
      @Location("mail/digest.txt") Template text,
      @ConfigProperty(name = "paperboy.postal-address", defaultValue = " ") String postal,
      @ConfigProperty(name = "paperboy.digest.topic-confidence", defaultValue = "0.5")
          double topicConfidence) {
    this.stock = stock;
    this.probes = probes;
    this.readers = readers;
    this.marks = marks;
    this.store = store;
    this.writing =
        new DigestWriting(
            new Selection(new Matcher(topicConfidence)),
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
          stock
              .topicNames()
              .flatMap(names -> drafts(window, group, names, go, state.staleness()))
              .flatMap(this::storeAll);
    };
  }

  private Uni<List<Draft>> drafts(
      Window window,
      List<Reader> group,
      Map<String, String> names,
      ShelfState.Go go,
      String staleness) {
    return stock
        .papers(window, names)
        .flatMap(
            papers ->
                readers
                    .sent(group, papers.papers().stream().map(p -> p.paper().key()).toList())
                    .flatMap(
                        sent ->
                            probes
                                .find(subjects(group), papers.vectors().encoder())
                                .flatMap(
                                    found ->
                                        marks
                                            .likings(
                                                group.stream().map(Reader::id).toList(),
                                                papers.vectors().encoder())
                                            .flatMap(
                                                likings ->
                                                    drafts(
                                                        papers, group, sent, likings, names, found,
                                                        go, staleness)))));
  }

  private static Map<UUID, Subjects> subjects(List<Reader> group) {
    return group.stream()
        .flatMap(reader -> reader.filters().stream())
        .filter(filter -> filter.id() != null)
        .collect(Collectors.toMap(ReaderFilter::id, f -> Subjects.of(f.interests())));
  }

  /** On as many workers as there are cores: a page of readers is a second's work for one. */
  private Uni<List<Draft>> drafts(
      WindowPapers papers,
      List<Reader> group,
      Set<String> sent,
      Map<UUID, Likings> likings,
      Map<String, String> topicNames,
      Found found,
      ShelfState.Go go,
      String staleness) {
    Map<String, String> names = found.names(topicNames);
    Instant now = real.instant();
    List<Uni<List<Draft>>> parts =
        parts(group).stream()
            .map(
                part ->
                    stock.onWorker(
                        () -> {
                          WindowIndex window = new WindowIndex(papers, found.probes());
                          return part.stream()
                              .map(
                                  reader ->
                                      writing.draft(
                                          reader,
                                          window,
                                          sent,
                                          likings.getOrDefault(reader.id(), Likings.NONE),
                                          names,
                                          found,
                                          go,
                                          staleness,
                                          now))
                              .toList();
                        }))
            .toList();
    return Uni.join()
        .all(parts)
        .andFailFast()
        .map(drafts -> drafts.stream().flatMap(List::stream).toList());
  }

  private static List<List<Reader>> parts(List<Reader> group) {
    int size = Math.ceilDiv(group.size(), Runtime.getRuntime().availableProcessors());
    List<List<Reader>> parts = new ArrayList<>();
    for (int from = 0; from < group.size(); from += size) {
      parts.add(group.subList(from, Math.min(from + size, group.size())));
    }
    return parts;
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
