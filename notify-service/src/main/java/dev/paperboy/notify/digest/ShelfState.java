package dev.paperboy.notify.digest;

import dev.paperboy.notify.shelf.Shelf;
import dev.paperboy.notify.shelf.SourceStatus;
import dev.paperboy.notify.wording.Wording;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has arrived, what was announced, and what follows for a digest.
 *
 * @param shelved papers on the shelf by announcement date
 * @param sources what ingest says
 * @param sinceGrowth time since either last changed; null before anything came
 * @param filling whether the shelf is being read again from the topics
 */
record ShelfState(
    SortedMap<LocalDate, Long> shelved,
    List<SourceStatus> sources,
    Duration sinceGrowth,
    boolean filling) {
  private static final Wording WORDS = Wording.of("digest");

  /** A shelf that has not grown for so long won't be waited for. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration SETTLED = Duration.ofSeconds(20);

  /** Whether a digest of a window can be made. */
  sealed interface Verdict {}

  /** Papers are still on their way. */
  record Wait(String reason) implements Verdict {}

  /**
   * It can be made.
   *
   * @param note for the reader, where papers are missing; null otherwise
   * @param servedTo the date up to which every announced paper is there; null for none. A later
   *     digest looks again behind it.
   */
  record Go(String note, LocalDate servedTo) implements Verdict {}

  /**
   * The dates that a reader has not been served.
   *
   * @param last the last announcement date served; null for a new reader, who gets the latest one,
   *     or as many days as a digest usually covers
   * @param usually days
   * @return the day itself, which is empty, where nothing was announced yet that a new reader could
   *     get
   */
  Window window(LocalDate last, LocalDate day, int usually) {
    LocalDate oldest = day.minusDays(Shelf.DAYS);
    if (last != null) {
      LocalDate next = last.plusDays(1);
      LocalDate from = next.isBefore(oldest) ? oldest : next;
      return new Window(from.isAfter(day) ? day : from, day);
    }
    if (usually > 1) {
      return new Window(day.minusDays(usually - 1), day);
    }
    return announcedDates().stream()
        .filter(date -> !date.isAfter(day) && !date.isBefore(oldest))
        .reduce((first, second) -> second)
        .map(latest -> new Window(latest, day))
        .orElseGet(() -> new Window(day, day));
  }

  /** The same, for whoever does not wait: what is not here is missing. */
  ShelfState asItIs() {
    return new ShelfState(shelved, sources, PATIENCE, false);
  }

  /**
   * What there is of a window, for whoever does not wait; of a state {@link #asItIs}.
   *
   * @throws IllegalStateException where it is of another
   */
  Go go(Window window) {
    return switch (verdict(window)) {
      case Go go -> go;
      case Wait(String reason) ->
          throw new IllegalStateException("not to be waited for: " + reason);
    };
  }

  /** Whether every paper announced in a window is on the shelf, or has been waited for. */
  Verdict verdict(Window window) {
    if (filling) {
      return new Wait("the shelf is being filled from the topics");
    }
    Map<LocalDate, Long> announced =
        days(window)
            .collect(
                Collectors.groupingBy(
                    SourceStatus.Day::date,
                    TreeMap::new,
                    Collectors.summingLong(SourceStatus.Day::announced)));
    long missing = 0;
    LocalDate servedTo = lastShelved(window);
    for (Map.Entry<LocalDate, Long> date : announced.entrySet()) {
      long lacking = date.getValue() - shelved.getOrDefault(date.getKey(), 0L);
      if (lacking > 0) {
        missing += lacking;
        LocalDate before = date.getKey().minusDays(1);
        servedTo = servedTo == null || before.isBefore(servedTo) ? before : servedTo;
      }
    }
    boolean patient = sinceGrowth == null || sinceGrowth.compareTo(PATIENCE) < 0;
    if (missing > 0) {
      return patient
          ? new Wait("%,d announced papers have not been classified yet".formatted(missing))
          : new Go(WORDS.say("late", missing), servedTo);
    }
    // Papers that came before any verdict are still coming.
    if (sources.isEmpty() && (sinceGrowth == null || sinceGrowth.compareTo(SETTLED) < 0)) {
      return new Wait("no source has reported yet");
    }
    if (patient && sources.stream().anyMatch(SourceStatus::starting)) {
      return new Wait("a source is being read for the first time");
    }
    if (patient && days(window).anyMatch(date -> !date.complete())) {
      return new Wait("a source has not been read to the end of the day");
    }
    return new Go(staleness(), servedTo);
  }

  /** Why there is nothing, where a source is behind, in its own words; null where none is. */
  String staleness() {
    return sources.stream()
        .filter(SourceStatus::stale)
        .map(source -> WORDS.say("stale", source.detail()))
        .findFirst()
        .orElse(null);
  }

  private LocalDate lastShelved(Window window) {
    SortedMap<LocalDate, Long> until = shelved.headMap(window.to().plusDays(1));
    return until.isEmpty() || !window.contains(until.lastKey()) ? null : until.lastKey();
  }

  private Stream<SourceStatus.Day> days(Window window) {
    return sources.stream()
        .flatMap(source -> source.days().stream())
        .filter(date -> date.announced() > 0 && window.contains(date.date()));
  }

  private TreeSet<LocalDate> announcedDates() {
    TreeSet<LocalDate> dates = new TreeSet<>(shelved.keySet());
    sources.stream()
        .flatMap(source -> source.days().stream())
        .filter(date -> date.announced() > 0)
        .forEach(date -> dates.add(date.date()));
    return dates;
  }
}
