package dev.paperboy.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Five announcement days of made-up papers before the test's Tuesday, the same ones each time. */
final class MadeUpWeek {
  static final List<String> DATES =
      List.of("2026-05-06", "2026-05-07", "2026-05-08", "2026-05-11", "2026-05-12");
  static final int A_DAY = 40;

  private static final List<String> THINGS =
      List.of("robots", "graphs", "retrieval", "proteins", "attention", "galaxies");
  private static final List<String> KINDS = List.of("A survey of", "Learning", "Sparse", "On");
  private static final List<String> CATEGORIES =
      List.of("cs.RO", "cs.LG", "cs.IR", "q-bio.BM", "astro-ph.GA", "math.CO");
  private static final List<String> TOPICS = List.of("information-retrieval", "text-embeddings");
  private static final List<String> AUTHORS =
      List.of("Ada Lovelace", "Emmy Noether", "E. Noether", "Specimen Author 1");

  private static long seq;

  private MadeUpWeek() {}

  /** Puts them on an empty shelf, and waits until they are there. */
  static void arrives() throws Exception {
    Arrivals.nothing();
    seq++;
    Random random = new Random(7);
    List<Map.Entry<String, byte[]>> papers = new ArrayList<>();
    List<Map.Entry<String, byte[]>> trends = new ArrayList<>();
    for (String date : DATES) {
      for (int i = 0; i < A_DAY; i++) {
        ObjectNode paper = paper(random, date, i);
        papers.add(Map.entry(paper.get("id").asText(), Events.bytes(paper)));
        ObjectNode trend = Events.trend(paper.get("id").asText());
        trend.put("seq", seq).put("announced", date);
        trend.putObject("parts").put("burst", random.nextInt(100) / 100.0);
        trends.add(Map.entry(paper.get("id").asText(), Events.bytes(trend)));
      }
    }
    Events.sendAll("papers.classified.v1", papers);
    Events.sendAll("papers.trend.v1", trends);
    ObjectNode source = Events.source(1_000 + seq, "fresh", DATES.getFirst(), A_DAY);
    ArrayNode days = source.putArray("days");
    DATES
        .reversed()
        .forEach(
            date ->
                days.addObject().put("date", date).put("announced", A_DAY).put("complete", true));
    Events.send("sources.v1", source);
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Rows.one(
                            "select count(*) || ' ' || (select count(*) from paper_trend) || ' '"
                                + " || (select count(*) from source_status) from shelf"))
                    .isEqualTo("200 200 1"));
  }

  private static ObjectNode paper(Random random, String date, int number) {
    int thing = random.nextInt(THINGS.size());
    int other = random.nextInt(THINGS.size());
    String id = "arxiv:2605.%s%03d".formatted(date.substring(8), number);
    ObjectNode paper = Events.paper(id);
    paper.put("seq", seq).put("announced", date).put("updated", date);
    paper.put(
        "title", KINDS.get(random.nextInt(KINDS.size())) + " " + THINGS.get(thing) + " " + number);
    paper.put(
        "abstract",
        "We study %s. They help %s in many ways. A third sentence says what was measured."
            .formatted(THINGS.get(thing), THINGS.get(other)));
    paper.putArray("authors").add(AUTHORS.get(random.nextInt(AUTHORS.size()))).add("Any Body");
    paper.putArray("categories").add(CATEGORIES.get(thing)).add(CATEGORIES.get(other));
    ArrayNode tags = paper.putArray("tags");
    if (random.nextInt(3) == 0) {
      tags.addObject()
          .put("topic", TOPICS.get(random.nextInt(TOPICS.size())))
          .put("confidence", 0.4 + random.nextInt(60) / 100.0)
          .put("evidence", "made up");
    }
    double angle = random.nextDouble() * Math.PI;
    paper
        .putObject("vector")
        .put("encoder", "made-up/2")
        .put("int8", new byte[] {(byte) (127 * Math.cos(angle)), (byte) (127 * Math.sin(angle))});
    return paper;
  }
}
