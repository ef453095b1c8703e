package dev.paperboy.ingest.freshness;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges a source that was just read to its end by the calendar and by what such days usually
 * bring.
 *
 * <p>Silence is news where something was due: a feed that shows yesterday once more is late, one
 * that lacks most of a category is partial. Where too few days are known to tell what is usual,
 * nothing is claimed.
 */
public final class Freshness {
  private static final int NAMED = 3;
  // Below, half of the usual number is within chance.
  private static final double WORTH_NAMING = 20;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String name;
  private final AnnouncementCalendar calendar;
  private final Duration grace;

  /**
   * @param name of the source, for readers
   * @param grace how long after an announcement the source may take to show it
   */
  public Freshness(String name, AnnouncementCalendar calendar, Duration grace) {
    this.name = name;
    this.calendar = calendar;
    this.grace = grace;
  }

  /**
   * Judges by what the store holds.
   *
   * @param volumes all days that were read whole, and the latest
   * @param now business time
   */
  public Verdict of(Collection<Volume> volumes, Instant now) {
    LocalDate due = due(now);
    boolean later =
        volumes.stream().anyMatch(v -> v.date().isAfter(due) && calendar.announces(v.date()));
    return judge(new Experience(volumes, calendar), due, later, List.of(), now);
  }

  /**
   * Judges by what the source itself counted of its latest day.
   *
   * @param volumes all days that were read whole, from whatever source
   * @param day the source's latest day; null where it didn't say
   * @param announced new papers of that day by category
   * @param cut parts of the source that may have been cut off
   */
  public Verdict of(
      Collection<Volume> volumes,
      LocalDate day,
      Map<String, Integer> announced,
      List<String> cut,
      Instant now) {
    LocalDate due = day != null && day.isAfter(due(now)) ? day : due(now);
    List<Volume> witnessed =
        new ArrayList<>(volumes.stream().filter(volume -> volume.date().isBefore(due)).toList());
    if (due.equals(day)) {
      announced.forEach((category, papers) -> witnessed.add(new Volume(due, category, papers)));
    }
    return judge(new Experience(witnessed, calendar), due, false, cut, now);
  }

  /** The last date whose papers the source should show by now. */
  public LocalDate due(Instant now) {
    return calendar.latest(now.minus(grace));
  }

  private Verdict judge(
      Experience experience, LocalDate due, boolean later, List<String> cut, Instant now) {
    long papers = Experience.sum(experience.of(due));
    Expectation usual = experience.total(due);
    if (usual == null) {
      return new Verdict(
          "fresh",
          "%s: read to the end; too few days are known to tell whether that is all"
              .formatted(name));
    }
    if (papers == 0 && !later) {
      return new Verdict(
          "late",
          "%s: nothing of %s yet, about %d papers are due since %s"
              .formatted(
                  name,
                  DAY.format(due),
                  usual.usual(),
                  TIME.format(calendar.announcedAt(due).plus(grace))));
    }
    String missing = missing(experience, due);
    if (!missing.isEmpty() && !later) {
      return new Verdict(
          "partial",
          "%s: %s has %s so far; %d papers in all, usually about %d"
              .formatted(name, DAY.format(due), missing, papers, usual.usual()));
    }
    String all =
        "%s: %d papers of %s, usually about %d"
            .formatted(name, papers, DAY.format(due), usual.usual());
    if (!cut.isEmpty()) {
      return new Verdict(
          "partial", all + "; cut off at the source's limit: " + String.join(", ", cut));
    }
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    return calendar.announces(today)
        ? new Verdict("fresh", all)
        : new Verdict(
            "quiet",
            all
                + "; no announcement on %s, the next is of %s"
                    .formatted(DAY.format(today), DAY.format(calendar.next(today))));
  }

  /** Such as {@code cs.AI 12 of ~240, cs.CL 0 of ~110}; empty where nothing is missing. */
  private static String missing(Experience experience, LocalDate day) {
    Map<String, Long> papers = experience.of(day);
    record Lack(String category, long papers, Expectation usual) {}
    List<Lack> lacks = new ArrayList<>();
    for (String category : experience.categories()) {
      Expectation usual = experience.of(day, category);
      long has = papers.getOrDefault(category, 0L);
      if (usual != null && usual.median() >= WORTH_NAMING && usual.isFarBelow(has)) {
        lacks.add(new Lack(category, has, usual));
      }
    }
    lacks.sort(Comparator.comparing(lack -> lack.papers() - lack.usual().median()));
    List<String> named = new ArrayList<>();
    for (Lack lack : lacks.subList(0, Math.min(NAMED, lacks.size()))) {
      named.add("%s %d of ~%d".formatted(lack.category(), lack.papers(), lack.usual().usual()));
    }
    if (lacks.size() > NAMED) {
      named.add("and %d more categories".formatted(lacks.size() - NAMED));
    }
    Expectation total = experience.total(day);
    long all = Experience.sum(papers);
    if (named.isEmpty() && total != null && total.isFarBelow(all)) {
      named.add("%d of ~%d papers".formatted(all, total.usual()));
    }
    return String.join(", ", named);
  }
}
