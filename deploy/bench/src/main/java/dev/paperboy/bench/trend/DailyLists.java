package dev.paperboy.bench.trend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.topics.Paper;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.topic.TextFeatures;
import dev.paperboy.classify.trend.Attention;
import dev.paperboy.classify.trend.ListPlaces;
import dev.paperboy.classify.trend.TrendParts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the daily lists of papers that readers voted on, as {@code hf/papers.jsonl.gz} has them.
 */
final class DailyLists {
  private static final String SOURCE = "hf-daily";
  private static final String USUAL_FIELD = "cs";
  private static final double SETTLED_FROM = 20;
  private static final double SETTLED_UNTIL = 60;
  private static final double SETTLED = 40;
  private static final double EARLY_UNTIL = 12;

  private DailyLists() {}

  /** A look at a paper's votes, hours after its list's midnight. */
  private record Look(double hours, Instant at, int votes) {}

  /**
   * The lists, oldest first; papers that no vector is known of are left out.
   *
   * @param announced what arXiv's archives tell of papers, by id: remarks and categories, which the
   *     lists don't
   */
  static List<ListedPaper> read(
      DataDirectory data, VectorCache vectors, Map<String, DataPaper> announced)
      throws IOException {
    List<ListedPaper> papers = new ArrayList<>();
    data.read(
        data.listed(),
        paper -> {
          byte[] vector = vectors.get(paper.text());
          if (vector != null) {
            papers.add(read(paper, vector, announced.get(paper.id())));
          }
        });
    papers.sort(
        Comparator.comparing((ListedPaper p) -> p.paper().day())
            .thenComparing(p -> p.paper().id()));
    return placed(papers);
  }

  private static ListedPaper read(DataPaper paper, byte[] vector, DataPaper announced) {
    List<String> authors = new ArrayList<>();
    paper.line().path("authors").forEach(author -> authors.add(author.asText()));
    String comments = announced == null ? null : announced.comments();
    TextFeatures text = TextFeatures.of(paper.title(), paper.abstractText(), comments);
    List<Look> looks = looks(paper.line().path("votes_series"), paper.day());
    JsonNode published = paper.line().path("published_at");
    return new ListedPaper(
        new Paper(
            paper.id(),
            paper.day(),
            text,
            authors.stream().mapToLong(AuthorRecords::hash).toArray(),
            new int[0],
            vector),
        new TrendParts.Paper(
            paper.title(),
            paper.abstractText(),
            comments,
            authors,
            announced == null ? USUAL_FIELD : Arrivals.field(announced.categories()),
            paper.day(),
            Vectors.fromBytes(vector)),
        published.isTextual() ? Instant.parse(published.asText()) : null,
        nearest(looks, SETTLED_UNTIL),
        nearest(looks, Double.MAX_VALUE),
        early(looks),
        Double.NaN);
  }

  private static List<Look> looks(JsonNode series, LocalDate day) {
    Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Look> looks = new ArrayList<>();
    for (JsonNode look : series) {
      if (look.path(1).isInt()) {
        Instant at = OffsetDateTime.parse(look.path(0).asText()).toInstant();
        double hours = Duration.between(midnight, at).toSeconds() / 3600.0;
        looks.add(new Look(hours, at, look.path(1).asInt()));
      }
    }
    return looks;
  }

  private static Integer nearest(List<Look> looks, double until) {
    return looks.stream()
        .filter(look -> look.hours() >= SETTLED_FROM && look.hours() <= until)
        .min(Comparator.comparingDouble(look -> Math.abs(look.hours() - SETTLED)))
        .map(Look::votes)
        .orElse(null);
  }

  private static Attention early(List<Look> looks) {
    return looks.stream()
        .filter(look -> look.hours() >= 0 && look.hours() <= EARLY_UNTIL)
        .max(Comparator.comparing(Look::at))
        .map(look -> new Attention(SOURCE, look.at(), look.votes(), null, null, null, null))
        .orElse(null);
  }

  private static List<ListedPaper> placed(List<ListedPaper> papers) {
    Map<LocalDate, List<Integer>> byDay = new TreeMap<>();
    for (int p = 0; p < papers.size(); p++) {
      if (papers.get(p).later() != null) {
        byDay.computeIfAbsent(papers.get(p).paper().day(), day -> new ArrayList<>()).add(p);
      }
    }
    List<ListedPaper> placed = new ArrayList<>(papers);
    byDay.values().stream()
        .filter(list -> list.size() >= ListPlaces.LEAST)
        .forEach(
            list -> {
              double[] places =
                  ListPlaces.of(list.stream().mapToDouble(p -> papers.get(p).later()).toArray());
              for (int i = 0; i < places.length; i++) {
                int p = list.get(i);
                placed.set(p, papers.get(p).placed(places[i]));
              }
            });
    return placed;
  }
}
