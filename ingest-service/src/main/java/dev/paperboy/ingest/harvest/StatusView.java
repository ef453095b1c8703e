package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.VolumeHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A {@link StatusReport} in words, for {@code status/page.html}. */
record StatusView(
    String at,
    String announced,
    String refused,
    boolean specimens,
    String harvester,
    List<Line> sources,
    List<Line> places,
    List<Refused> refusals,
    VolumeChart chart) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int REFUSALS = 5;
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("arxiv-oai", "arXiv, harvest by OAI-PMH"),
          Map.entry("arxiv-rss", "arXiv, listing of the day"),
          Map.entry("arxiv-api", "arXiv, papers asked for by id"),
          Map.entry("biorxiv", "bioRxiv"),
          Map.entry("medrxiv", "medRxiv"),
          Map.entry("snapshot", "Snapshot file"),
          Map.entry("specimens", "Made-up papers"),
          Map.entry("hf-daily", "Hugging Face, daily papers"),
          Map.entry("hacker-news", "Hacker News"),
          Map.entry("github", "GitHub, stars"),
          Map.entry("openalex", "OpenAlex, citations"),
          Map.entry("semantic-scholar", "Semantic Scholar, citations"));

  /**
   * A source.
   *
   * @param state class of its mark
   * @param word of its mark
   * @param read when it was last read; in words where it was not
   * @param next when it is asked again, in words
   * @param percent of its way back; null where it does not go back
   * @param back words on the way back; null with {@code percent}
   */
  record Line(
      String name,
      String title,
      boolean on,
      String state,
      String word,
      String detail,
      String since,
      String read,
      String next,
      Integer percent,
      String back) {}

  /** A record that was refused. */
  record Refused(String feed, String place, String reason, String at) {}

  static StatusView of(StatusReport report, List<VolumeHistory.Day> days) {
    return new StatusView(
        TIME.format(report.at()),
        "%,d".formatted(report.announced()),
        "%,d".formatted(report.refused()),
        report.specimens() > 0,
        harvester(report.harvester()),
        report.feeds().stream().map(StatusView::line).toList(),
        report.attention().stream().map(StatusView::line).toList(),
        report.refusals().stream()
            .limit(REFUSALS)
            .map(r -> new Refused(r.feed(), r.place(), r.reason(), TIME.format(r.at())))
            .toList(),
        VolumeChart.of(days));
  }

  private static String harvester(StatusReport.Harvester harvester) {
    if (harvester == null) {
      return "No replica harvests at the moment.";
    }
    return harvester.here() ? "This replica harvests." : "Another replica harvests.";
  }

  private static Line line(StatusReport.Source source) {
    boolean off = !source.on();
    return new Line(
        source.name(),
        TITLES.getOrDefault(source.name(), source.name()),
        source.on(),
        off ? "off" : source.verdict(),
        off ? "switched off" : word(source.verdict()),
        source.detail(),
        TIME.format(source.asOf()),
        time(source.readAt(), "not yet"),
        off ? "" : time(source.next(), "as soon as there is more"),
        source.backfill() == null ? null : source.backfill().percent(),
        source.backfill() == null ? null : source.backfill().words());
  }

  private static String word(String verdict) {
    return verdict.equals("quiet") ? "quiet, as expected" : verdict;
  }

  private static String time(Instant time, String otherwise) {
    return time == null ? otherwise : TIME.format(time);
  }
}
