package dev.paperboy.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lets papers arrive on an empty shelf, and waits until they are there. */
public final class Arrivals {
  static final String DAY = "2026-05-12";
  private static int days;
  private static long sourceSeq;

  private Arrivals() {}

  /** An empty database, topics declared, a small taxonomy. */
  public static void nothing() throws Exception {
    Events.declareTopics();
    Rows.forgetAll();
    Events.sendTaxonomy();
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(() -> assertThat(Rows.count("select count(*) from topic")).isEqualTo(3));
  }

  /** Papers of one day with titles «Specimen paper 1» and so on; all of them, read to the end. */
  static void papers(int number) throws Exception {
    papers(DAY, number);
  }

  public static void papers(String day, int number) throws Exception {
    days++;
    for (int i = 1; i <= number; i++) {
      String id = "arxiv:26%02d.%05d".formatted(days % 100, i);
      ObjectNode paper = Events.paper(id).put("title", "Specimen paper " + i);
      Events.send("papers.classified.v1", paper.put("announced", day).put("updated", day));
      Events.send("papers.trend.v1", Events.trend(id).put("announced", day));
    }
    source("fresh", day, number);
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Rows.count(
                            "select count(*) from shelf join paper_trend using (paper_id)"
                                + " where shelf.announced = ?::date",
                            day))
                    .isEqualTo(number));
  }

  /** What the one source says. */
  static void source(String verdict, String day, int number) throws Exception {
    Events.send("sources.v1", Events.source(++sourceSeq, verdict, day, number));
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Rows.one("select max(seq) from source_status"))
                    .isEqualTo("" + sourceSeq));
  }
}
