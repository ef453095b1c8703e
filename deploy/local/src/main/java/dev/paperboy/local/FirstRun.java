package dev.paperboy.local;

import dev.paperboy.local.IngestStatus.Feed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What the console says while arXiv's announcements come in, or do not. It is told what the
 * services answer and says each thing once.
 */
final class FirstRun {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final Duration PLAIN_PAUSE = Duration.ofSeconds(5);
  private static final Duration GIVES_UP_WAITING = Duration.ofSeconds(60);
  private static final Duration SETTLES = Duration.ofSeconds(3);
  private static final Duration SETTLES_OLD = Duration.ofSeconds(10);

  private final Console console;
  private final String site;
  private Optional<LocalDate> newest = Optional.empty();
  private boolean saidReading;
  private boolean saidWaiting;
  private boolean saidDown;
  private boolean wasDown;
  private String cause = "";
  private boolean saidSpecimens;
  private boolean saidShelved;
  private long announcedWhenDown;
  private String shown = "";
  private Duration shownAt = Duration.ofDays(-1);
  private Flow last = new Flow(-1, 0, 0);
  private Duration movedAt = Duration.ZERO;

  /**
   * @param site address of the site
   */
  FirstRun(Console console, String site) {
    this.console = console;
    this.site = site;
  }

  /** Asks the services until every paper is on the shelf or {@code stopping}. */
  void follow(RunState.Ports ports, BooleanSupplier stopping) throws InterruptedException {
    Management ingest = new Management(ports.management().get(Service.INGEST.label()));
    long begin = System.nanoTime();
    boolean done = false;
    while (!done && !stopping.getAsBoolean()) {
      Optional<IngestStatus> status = IngestStatus.ask(ingest);
      Flow flow = Flow.ask(ports);
      if (status.isPresent() && !stopping.getAsBoolean()) {
        done = observe(status.get(), flow, Duration.ofNanos(System.nanoTime() - begin));
      }
      TimeUnit.MILLISECONDS.sleep(1_000);
    }
  }

  /**
   * Hears how things stand.
   *
   * @param at time since the watch began
   * @return whether there is nothing more to say
   */
  boolean observe(IngestStatus status, Flow flow, Duration at) {
    Optional<Feed> listed = status.arxiv();
    if (listed.isEmpty()) {
      return false;
    }
    Feed feed = listed.get();
    if (!flow.equals(last)) {
      last = flow;
      movedAt = at;
    }
    if (saidDown && isBack(feed, status)) {
      saidDown = false;
      saidReading = false;
      console.line("arXiv answers again.");
    } else if (feed.isDown() && !saidDown && !(wasDown && cause.equals(feed.detail()))) {
      tellDown(feed, status);
    }
    wasDown = feed.isDown();
    if (saidDown) {
      tellSpecimens(status, flow, at);
      return false;
    }
    tellReading(feed);
    progress(feed, flow, at);
    return feed.isComplete() && tellEnd(flow, at);
  }

  private void tellDown(Feed feed, IngestStatus status) {
    saidDown = true;
    cause = feed.detail();
    announcedWhenDown = status.announced();
    console.line(Text.sentence("arXiv cannot be reached" + (cause.isEmpty() ? "" : ": " + cause)));
    console.line(
        "Paperboy tries again every few minutes and says here when it answers; ./paperboy doctor"
            + " looks for the cause.");
  }

  /**
   * The verdict stays what it was until all of a list has been read; papers, or the end of the
   * specimens, tell earlier.
   */
  private boolean isBack(Feed feed, IngestStatus status) {
    return feed.isRead()
        || (status.specimens() == 0 && (saidSpecimens || status.announced() > announcedWhenDown));
  }

  private void tellSpecimens(IngestStatus status, Flow flow, Duration at) {
    long specimens = status.specimens();
    if (specimens == 0) {
      return;
    }
    if (!saidSpecimens) {
      saidSpecimens = true;
      console.line(
          ("Meanwhile there are %s specimen papers of our own, made up and marked so everywhere, to"
                  + " try everything with. They go away with the first real paper.")
              .formatted(Console.number(specimens)));
    }
    if (!saidShelved && flow.classified() >= specimens && isSettled(flow, at)) {
      saidShelved = true;
      console.line("Every specimen is tagged: " + site + "/");
    } else if (!saidShelved) {
      show(
          "%s specimens · %s classified · %s shelved"
              .formatted(
                  Console.number(specimens),
                  Console.number(flow.classified()),
                  Console.number(flow.shelved())),
          at);
    }
  }

  private void tellReading(Feed feed) {
    Optional<LocalDate> reading = feed.reading();
    if (reading.isPresent() && (newest.isEmpty() || reading.get().isAfter(newest.get()))) {
      newest = reading;
    }
    if (!saidReading && reading.isPresent()) {
      saidReading = true;
      console.line("Reading arXiv's announcements since " + DAY.format(reading.get()) + " …");
    }
    if (!saidReading && !saidWaiting && feed.verdict().equals("waiting")) {
      saidWaiting = true;
      console.line(Text.sentence("Waiting for arXiv: " + feed.detail()));
    }
  }

  private void progress(Feed feed, Flow flow, Duration at) {
    if (flow.announced() > 0 || saidReading) {
      show(further(feed).map(days -> days + " · " + flow).orElse(flow.toString()), at);
    }
  }

  /** How much of the way back is done; empty before it began and once it is done. */
  private Optional<String> further(Feed feed) {
    if (newest.isEmpty()
        || feed.behind().isEmpty()
        || feed.target().isEmpty()
        || !feed.behind().get().isAfter(feed.target().get())) {
      return Optional.empty();
    }
    long read = Math.max(0, ChronoUnit.DAYS.between(feed.behind().get(), newest.get()));
    long all = ChronoUnit.DAYS.between(feed.target().get(), newest.get());
    return all <= 0
        ? Optional.empty()
        : Optional.of("further back: %d of %d days".formatted(read, all));
  }

  private boolean tellEnd(Flow flow, Duration at) {
    if (flow.announced() > 0 && movedAt.plus(GIVES_UP_WAITING).compareTo(at) <= 0) {
      console.line("  " + flow);
      console.line(
          "Some papers do not come through; ./paperboy status and ./paperboy ingest"
              + " dead-letters tell more.");
      return true;
    }
    if (!flow.tagged() || !isSettled(flow, at)) {
      return false;
    }
    if (!shown.equals(flow.toString()) || console.isTerminal()) {
      console.line("  " + flow);
    }
    console.line(
        flow.arrived()
            ? "Every paper is tagged and on the shelf: " + site + "/"
            : "Every paper is tagged; those of the last 30 days are on the shelf: " + site + "/");
    return true;
  }

  /** The shelf holds some weeks only, so its count alone can't tell that all has come through. */
  private boolean isSettled(Flow flow, Duration at) {
    return flow.arrived()
        ? movedAt.plus(SETTLES).compareTo(at) <= 0
        : movedAt.plus(SETTLES_OLD).compareTo(at) <= 0;
  }

  private void show(String text, Duration at) {
    boolean early = !console.isTerminal() && shownAt.plus(PLAIN_PAUSE).compareTo(at) > 0;
    if (!text.equals(shown) && !early) {
      console.progress(text);
      shown = text;
      shownAt = at;
    }
  }
}
