package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Found;
import dev.paperboy.notify.likeness.Probes;
import dev.paperboy.notify.likeness.Recent;
import dev.paperboy.notify.likeness.Subjects;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Schedule;
import dev.paperboy.notify.token.Links;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a filter would have sent in the last week, without a subscription: made by what makes
 * digests, one at a time, and kept for a minute.
 */
@ApplicationScoped
public class Preview {
  private static final int KEPT = 100;
  private static final int MOST_WAITING = 20;

  private final PreviewShelf shelf;
  private final Probes probes;
  private final Selection selection;
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
      @Location("mail/digest.html") Template html,
      @Location("mail/digest.txt") Template text,
      @ConfigProperty(name = "paperboy.digest.topic-confidence", defaultValue = "0.5")
          double topicConfidence) {
    this.shelf = shelf;
    this.probes = probes;
    this.selection = new Selection(new Matcher(topicConfidence));
    this.writing =
        new PreviewWriting(
            new DigestComposer(html, text, ""),
            new DigestLinks(
                links.page("/"),
                "",
                "",
                "",
                links.page("/preferences"),
                links.page("/search?q="),
                null));
    this.vertx = vertx;
    this.worker = vertx.createSharedWorkerExecutor("preview", 1);
    this.clock = clock;
  }

  private record Question(Interests interests, Schedule schedule, LocalDate today) {}

  private record Answer(PreviewView view, Instant until) {}

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
    Question question =
        new Question(
            interests, schedule.resumed(), clock.instant().atZone(schedule.zone()).toLocalDate());
    Answer known = answers.get(question);
    if (known != null && real.instant().isBefore(known.until())) {
      return Uni.createFrom().item(known.view());
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Uni.createFrom().failure(new Busy());
    }
    // Whoever else waits for the same week may be on another event loop.
    Context context = vertx.getOrCreateContext();
    return make(question)
        .invoke(
            view ->
                answers.put(question, new Answer(view, real.instant().plus(PreviewShelf.GOOD_FOR))))
        .onTermination()
        .invoke(waiting::decrementAndGet)
        .emitOn(work -> context.runOnContext(ignored -> work.run()));
  }

  private Uni<PreviewView> make(Question question) {
    return shelf
        .upTo(question.today(), question.schedule())
        .flatMap(
            week ->
                probes
                    .find(Subjects.of(question.interests()), week.encoder())
                    .flatMap(found -> onWorker(() -> view(question.interests(), week, found))));
  }

  private PreviewView view(Interests interests, PreviewWeek week, Found found) {
    List<Edition> editions = week.editions(selection, interests, found.probes());
    return writing.view(
        editions,
        found.names(week.topicNames()),
        LikenessNote.of(
            Subjects.of(interests), found, "Try again in a minute to see what it would find."));
  }

  private <T> Uni<T> onWorker(java.util.concurrent.Callable<T> work) {
    return Uni.createFrom().completionStage(() -> worker.executeBlocking(work).toCompletionStage());
  }
}
