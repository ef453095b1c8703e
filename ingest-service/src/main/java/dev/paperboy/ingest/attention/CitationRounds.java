package dev.paperboy.ingest.attention;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.attention.AttentionSource.Observed;
import dev.paperboy.ingest.attention.AttentionSource.Pages;
import dev.paperboy.ingest.source.CheckpointFormat;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks for all of arXiv's papers in the order of their ids, some at once, round after round. */
public final class CitationRounds {
  private static final String BEFORE_ALL = "";

  private final Pace pace;
  private final int atOnce;
  private final Asking asking;
  private final Clock real;

  /** arXiv's papers, in the order of their ids. */
  @FunctionalInterface
  public interface Papers {
    /** Empty behind the last. */
    List<PaperId> after(String paper, int limit);
  }

  /**
   * How often to ask.
   *
   * @param papers what to ask for
   * @param every time between two requests of a round
   * @param round time between the beginnings of two rounds
   */
  public record Pace(Papers papers, Duration every, Duration round) {}

  /**
   * Where to ask, and how often.
   *
   * @param key an API key; null for none
   */
  public record Place(URI server, String key, Pace pace) {}

  /** Asks a place what it knows of papers. */
  @FunctionalInterface
  interface Asking {
    Answer ask(List<PaperId> papers) throws IOException;
  }

  private record Checkpoint(Instant readAt, Instant began, String paper) {}

  /**
   * @param atOnce papers in a request
   */
  CitationRounds(Pace pace, int atOnce, Asking asking, Clock real) {
    this.pace = pace;
    this.atOnce = atOnce;
    this.asking = asking;
    this.real = real;
  }

  /** The next request where it is due. */
  Pages open(String written) {
    Checkpoint at =
        written == null
            ? new Checkpoint(Instant.EPOCH, Instant.EPOCH, BEFORE_ALL)
            : CheckpointFormat.read(written, Checkpoint.class);
    Instant due = begins(at) ? at.began().plus(pace.round()) : at.readAt().plus(pace.every());
    return real.instant().isBefore(due) ? Pages.none() : Pages.once(() -> nextAfter(at));
  }

  /** Whether the next request is a round's first. */
  private static boolean begins(Checkpoint at) {
    return at.paper().equals(BEFORE_ALL);
  }

  private Observed nextAfter(Checkpoint at) throws IOException {
    Instant time = real.instant();
    Instant began = begins(at) ? time : at.began();
    List<PaperId> next = pace.papers().after(at.paper(), atOnce);
    if (next.isEmpty()) {
      return begins(at)
          ? null
          : new Observed(
              List.of(),
              List.of(),
              CheckpointFormat.write(new Checkpoint(time, began, BEFORE_ALL)));
    }
    Answer answer = asking.ask(next);
    return new Observed(
        answer.observations(),
        answer.refusals(),
        CheckpointFormat.write(new Checkpoint(time, began, next.getLast().toString())));
  }
}
