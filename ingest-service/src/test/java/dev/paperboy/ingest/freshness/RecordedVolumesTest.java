package dev.paperboy.ingest.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Months of real volumes: what should be called fresh is, and what is taken away is noticed.
 *
 * <p>Only of the four categories that the collection has near whole; it has holes in others.
 */
class RecordedVolumesTest {
  private static final Path PAPERS = Path.of("../../shared/data/arxiv");
  private static final Pattern DATE = Pattern.compile("\"update_date\":\\s*\"([0-9-]+)\"");
  private static final Pattern CATEGORY = Pattern.compile("\"categories\":\\s*\"([^ \"]+)");
  private static final Set<String> WHOLE = Set.of("cs.AI", "cs.CV", "cs.LG", "cs.CL");
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  private static final LocalDate LAST = LocalDate.parse("2026-06-30");
  private static final Duration GRACE = Duration.ofHours(4);

  private final AnnouncementCalendar calendar = AnnouncementCalendar.published();
  private final Freshness freshness = new Freshness("arXiv", calendar, GRACE);

  @Test
  void realDaysAreFreshAndDaysWithoutAnnouncementAreThoseOfTheCalendar() throws IOException {
    List<Volume> volumes = volumes();
    List<String> alarms = new ArrayList<>();
    List<LocalDate> silent = new ArrayList<>();
    int days = 0;
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      LocalDate date = day;
      long papers =
          volumes.stream().filter(v -> v.date().equals(date)).mapToLong(Volume::papers).sum();
      if (papers < 20) {
        silent.add(day);
        continue;
      }
      days++;
      Verdict verdict = freshness.of(upTo(volumes, day), after(day));
      if (!verdict.state().equals("fresh")) {
        alarms.add(verdict.state() + ": " + verdict.detail());
      }
    }
    System.out.printf("false alarms: %d of %d days %s%n", alarms.size(), days, alarms);
    assertThat(alarms).isEmpty();
    assertThat(silent).allMatch(day -> !calendar.announces(day));
  }

  @Test
  void aMissingCategoryIsNamedOnEveryDay() throws IOException {
    List<Volume> volumes = volumes();
    int named = 0;
    int days = 0;
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (!calendar.announces(day)) {
        continue;
      }
      days++;
      LocalDate date = day;
      List<Volume> lacking =
          upTo(volumes, day).stream()
              .map(
                  v ->
                      v.date().equals(date) && v.category().equals("cs.CV")
                          ? new Volume(date, "cs.CV", v.papers() / 20)
                          : v)
              .toList();
      Verdict verdict = freshness.of(lacking, after(day));
      if (verdict.state().equals("partial") && verdict.detail().contains("cs.CV ")) {
        named++;
      }
    }
    System.out.printf("cs.CV cut to a twentieth: named on %d of %d days%n", named, days);
    assertThat(named).isEqualTo(days);
  }

  private Instant after(LocalDate day) {
    return calendar.announcedAt(day).plus(GRACE);
  }

  private static List<Volume> upTo(List<Volume> volumes, LocalDate day) {
    return volumes.stream()
        .filter(v -> !v.date().isAfter(day) && v.date().isAfter(day.minusDays(56)))
        .toList();
  }

  private static List<Volume> volumes() throws IOException {
    assumeTrue(
        Files.isDirectory(PAPERS),
        "SKIPPED: recorded papers are not beside this checkout: " + PAPERS);
    Map<LocalDate, Map<String, Long>> counts = new HashMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(PAPERS)) {
      files = all.filter(f -> f.getFileName().toString().startsWith("2026")).toList();
    }
    for (Path file : files) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Matcher date = DATE.matcher(line);
          Matcher category = CATEGORY.matcher(line);
          if (date.find() && category.find() && WHOLE.contains(category.group(1))) {
            counts
                .computeIfAbsent(LocalDate.parse(date.group(1)), d -> new HashMap<>())
                .merge(category.group(1), 1L, Long::sum);
          }
        }
      }
    }
    List<Volume> volumes = new ArrayList<>();
    counts.forEach(
        (date, byCategory) ->
            byCategory.forEach(
                (category, papers) -> volumes.add(new Volume(date, category, papers))));
    return volumes;
  }
}
