package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.VolumeHistory;
import dev.paperboy.ingest.harvest.BackfillProgress.Backfill;
import dev.paperboy.ingest.source.PaperSource.Reach;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What an operator wants to know of ingest, at one moment; the status page and the JSON say the
 * same.
 *
 * @param at on the business clock, which judges freshness
 * @param announced papers announced so far
 * @param refused records that could not be announced
 * @param specimens made-up papers among the announced ones
 * @param harvester who harvests; null where nobody does
 * @param feeds sources of papers, by name
 * @param attention places of attention, by name
 * @param refusals the latest few
 */
record StatusReport(
    Instant at,
    long announced,
    long refused,
    long specimens,
    Harvester harvester,
    List<Source> feeds,
    List<Source> attention,
    List<RefusedRecord> refusals) {

  /**
   * Who holds the lease.
   *
   * @param here whether that is the replica that was asked
   */
  record Harvester(boolean here, Instant until) {}

  /**
   * A source, or a place of attention.
   *
   * @param on whether it is read
   * @param asOf when that verdict was first given, on the business clock
   * @param readAt when a page of it was last read, on the real clock; null where none was
   * @param next when it will be asked next, on the real clock; null where that is at once, or never
   * @param reach the days that it was read over
   * @param backfill null where it does not go back
   */
  record Source(
      String name,
      boolean on,
      String verdict,
      String detail,
      Instant asOf,
      Instant readAt,
      Instant next,
      Reach reach,
      Backfill backfill) {

    JsonObject json() {
      JsonObject json =
          new JsonObject()
              .put("feed", name)
              .put("verdict", verdict)
              .put("detail", detail)
              .put("asOf", text(asOf))
              .put("on", on)
              .put("readAt", text(readAt))
              .put("next", text(next))
              .put("reading", text(reach.reading()))
              .put("behind", text(reach.behind()))
              .put("target", text(reach.target()));
      return backfill == null
          ? json
          : json.put(
              "backfill",
              new JsonObject()
                  .put("percent", backfill.percent())
                  .put("daysLeft", backfill.left())
                  .put("secondsLeft", backfill.rest() == null ? null : backfill.rest().toSeconds())
                  .put("words", backfill.words()));
    }
  }

  /** A record that could not be announced. */
  record RefusedRecord(String feed, String place, String reason, Instant at) {}

  JsonObject json() {
    JsonArray sources = new JsonArray();
    feeds.forEach(feed -> sources.add(feed.json()));
    JsonArray places = new JsonArray();
    attention.forEach(place -> places.add(place.json()));
    JsonArray records = new JsonArray();
    refusals.forEach(
        refusal ->
            records.add(
                new JsonObject()
                    .put("feed", refusal.feed())
                    .put("record", refusal.place())
                    .put("reason", refusal.reason())
                    .put("at", text(refusal.at()))));
    return new JsonObject()
        .put("service", "ingest")
        .put("at", text(at.truncatedTo(ChronoUnit.SECONDS)))
        .put(
            "counters",
            new JsonObject()
                .put("announced", announced)
                .put("refused", refused)
                .put("specimens", specimens))
        .put(
            "harvester",
            harvester == null
                ? null
                : new JsonObject()
                    .put("here", harvester.here())
                    .put("until", text(harvester.until())))
        .put("feeds", sources)
        .put("attention", places)
        .put("refusals", records);
  }

  /** The days of a chart. */
  static JsonObject json(List<VolumeHistory.Day> days) {
    JsonArray volumes = new JsonArray();
    days.forEach(
        day ->
            volumes.add(
                new JsonObject()
                    .put("date", day.date().toString())
                    .put("papers", day.papers())
                    .put("announces", day.announces())
                    .put("usual", day.usual())
                    .put("low", day.low())
                    .put("high", day.high())
                    .put("few", day.few())));
    return new JsonObject().put("volumes", volumes);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
