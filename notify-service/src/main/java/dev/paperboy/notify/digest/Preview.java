package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Found;
import dev.paperboy.notify.likeness.Probes;
import dev.paperboy.notify.likeness.Recent;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.feed.Feed;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What a filter would have sent in the last week, without a subscription: made by what makes
 * digests, one at a time, and kept for a minute.
 */
@ApplicationScoped
public class Preview {
  private static final Wording WORDS = Wording.of("digest");

  private static final int KEPT = 100;
  private static final int MOST_WAITING = 20;

  private final PreviewShelf shelf;
  private final Probes probes;
  private final Selection selection;
  private final DigestComposer composer;
  private final DigestLinks links;
  private final PreviewWriting writing;
  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final Clock clock;
  private final Clock real = Clock.systemUTC();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Recent<Question, Answer> answers = new Recent<>(KEPT);

  Preview(
      PreviewShelf shelf,
      Probes probes,
      Links links,
      Vertx vertx,
      Clock clock,
      Selection selection,
      DigestComposer composer) {
    this.shelf = shelf;
    this.probes = probes;
    this.selection = selection;
    this.composer = composer;
    this.links = DigestLinks.ofNobody(links);
    this.writing = new PreviewWriting(composer, this.links, links.page(""));
    this.vertx = vertx;
    this.worker = vertx.createSharedWorkerExecutor("preview", 1);
    this.clock = clock;
  }

  private record Question(Interests interests, Schedule schedule, LocalDate today) {}

  private record Answer(PreviewView view, Instant until) {}

  /**
   * A week as digests would have looked at it.
   *
   * @param editions one a day, in their order
   * @param names of topics and examples by their ids
   */
  private record Week(List<Edition> editions, Map<String, String> names, Found found) {}

  /** There are as many at work as may wait. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy() {
      super("too many previews at once");
    }
  }

  void close(@Observes ShutdownEvent event) {
    worker.close();
  }

  /**
   * The last week up to the reader's today. Fails with {@link Busy} where too many ask at once.
   *
   * @param schedule when there are digests; a pause is left aside, and so is that none are wanted
   */
  public Uni<PreviewView> of(Interests interests, Schedule schedule) {
    Question question = new Question(interests, schedule.resumed(), today(schedule));
    Answer known = answers.get(question);
    if (known != null && real.instant().isBefore(known.until())) {
      return Uni.createFrom().item(known.view());
    }
    return make(filters(interests), question.schedule(), week -> view(interests, week))
        .invoke(
            view ->
                answers.put(
                    question, new Answer(view, real.instant().plus(PreviewShelf.GOOD_FOR))));
  }

  /**
   * What a filter finds, as a feed tells it: the papers of each of the last days that a daily
   * digest would have shown, the latest day first. Fails with {@link Busy} where too many ask at
   * once.
   */
  Uni<List<Feed.Entry>> entries(Interests interests, Schedule schedule) {
    return make(
        filters(interests),
        schedule.everyDay(),
        week -> writing.entries(week.editions(), week.names()));
  }

  /**
   * The latest digest that these filters would have had by today: a weekly reader's is of a week,
   * any other's of the last day with papers for them. Nothing where there was none. Fails with
   * {@link Busy} where too many ask at once.
   */
  Uni<Optional<Letter>> latest(List<ReaderFilter> filters, Schedule schedule, DigestLinks own) {
    return make(
        filters,
        schedule.on(today(schedule)),
        week ->
            week.editions().reversed().stream()
                .filter(edition -> !edition.isEmpty())
                .findFirst()
                .map(edition -> writing.letter(edition, week.names(), own)));
  }

  private static List<ReaderFilter> filters(Interests interests) {
    return List.of(new ReaderFilter(null, "", interests));
  }

  private LocalDate today(Schedule schedule) {
    return clock.instant().atZone(schedule.zone()).toLocalDate();
  }

  private <T> Uni<T> make(
      List<ReaderFilter> filters, Schedule schedule, Function<Week, T> written) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Uni.createFrom().failure(new Busy());
    }
    Subjects subjects = Subjects.of(filters.stream().map(ReaderFilter::interests).toList());
    // Whoever else waits for the same week may be on another event loop.
    Context context = vertx.getOrCreateContext();
    return shelf
        .upTo(today(schedule), schedule)
        .flatMap(
            week ->
                probes
                    .find(subjects, week.encoder())
                    .flatMap(found -> onWorker(() -> written.apply(looked(week, filters, found)))))
        .onTermination()
        .invoke(waiting::decrementAndGet)
        .emitOn(work -> context.runOnContext(ignored -> work.run()));
  }

  private Week looked(PreviewWeek week, List<ReaderFilter> filters, Found found) {
    Map<String, String> names = found.names(week.topicNames());
    return new Week(
        week.editions(
            selection, filters, found.probes(), edition -> composer.fitting(edition, names, links)),
        names,
        found);
  }

  private PreviewView view(Interests interests, Week week) {
    return writing.view(
        week.editions(),
        week.names(),
        LikenessNote.of(Subjects.of(interests), week.found(), WORDS.say("likeness.again")));
  }

  private <T> Uni<T> onWorker(java.util.concurrent.Callable<T> work) {
    return Uni.createFrom().completionStage(() -> worker.executeBlocking(work).toCompletionStage());
  }
}
