package dev.paperboy.bench.trend;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.trend.AttentionParts;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.SignalShare;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.TrendScore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The quality of trends: how well the sum of parts tells the order of votes within a day's list,
 * without votes and with those of the first hours, and which new papers come on a list at all;
 * beside baselines and what is left without each part.
 */
public final class TrendQuality {
  /** Lists are learned from until this day where the command line names none. */
  private static final LocalDate TRAIN_UNTIL = LocalDate.of(2025, 6, 30);

  private static final LocalDate TEST_FROM = LocalDate.of(2025, 9, 1);
  private static final LocalDate TEST_UNTIL = LocalDate.of(2025, 10, 31);
  private static final LocalDate BEGINNING = LocalDate.of(1991, 1, 1);
  private static final String VOTES = "votes";
  private static final double[] WEIGHTS = {1.1, 4.4};
  private static final double[] SHARES = {0.5, 0.667, 0.75, 0.8, 0.85, 0.9};

  /** So near to all that nothing is cut. */
  private static final double UNCUT = 0.9999;

  private static final int FIRST = 10;

  private final TrendModel model;
  private final List<ListedPaper> listed;
  private final List<ListedPaper> train;
  private final List<ListedPaper> test;
  private final AuthorStanding learned;
  private final TrendParts parts;

  private TrendQuality(
      TrendModel model,
      List<ListedPaper> listed,
      LocalDate trainUntil,
      LocalDate from,
      LocalDate to) {
    this.model = model;
    this.listed = listed;
    train =
        listed.stream().filter(p -> p.hasPlace() && !p.paper().day().isAfter(trainUntil)).toList();
    test =
        listed.stream()
            .filter(p -> !p.paper().day().isBefore(from) && !p.paper().day().isAfter(to))
            .toList();
    learned =
        TrendTraining.standing(
            listed.stream().filter(p -> p.paper().day().isAfter(trainUntil)).toList());
    parts = new TrendParts(model, model.encoder());
  }

  /** A model in the form that is committed, of all lists until a day. */
  public static byte[] trained(
      BenchOptions options, VectorCache vectors, String encoder, Progress progress)
      throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    Map<String, LocalDate> lists = Arrivals.lists(data);
    List<ListedPaper> listed =
        DailyLists.read(data, vectors, Arrivals.details(data, lists.keySet()));
    return written(
        train(
            data,
            vectors,
            lists,
            listed,
            options.trainUntil(),
            options.trainUntil(),
            encoder,
            progress));
  }

  private static TrendModel train(
      DataDirectory data,
      VectorCache vectors,
      Map<String, LocalDate> lists,
      List<ListedPaper> listed,
      LocalDate until,
      LocalDate arrivedUntil,
      String encoder,
      Progress progress)
      throws IOException {
    List<Arrival> arrivals =
        Arrivals.read(
            data, vectors, lists, BEGINNING, arrivedUntil.minusDays(Arrivals.SOON), false);
    return new TrendTraining(
            arrivals,
            listed.stream().filter(p -> !p.paper().day().isAfter(until)).toList(),
            until,
            encoder,
            progress)
        .train();
  }

  private static byte[] written(TrendModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  /**
   * Trains on lists until a day and measures on lists from another day on, by what is left of the
   * model after it was written and read. What comes on a list at all is learned from all days
   * before the test: there are none of the earlier ones in the data.
   */
  public static List<Figure> measure(
      BenchOptions options, VectorCache vectors, String encoder, Progress progress)
      throws IOException {
    LocalDate until = options.daysGiven() ? options.trainUntil() : TRAIN_UNTIL;
    LocalDate from = options.daysGiven() ? options.testFrom() : TEST_FROM;
    LocalDate to = options.daysGiven() ? LocalDate.MAX : TEST_UNTIL;
    DataDirectory data = new DataDirectory(options.dataDirectory());
    Map<String, LocalDate> lists = Arrivals.lists(data);
    List<ListedPaper> listed =
        DailyLists.read(data, vectors, Arrivals.details(data, lists.keySet()));
    byte[] bytes =
        written(train(data, vectors, lists, listed, until, from.minusDays(1), encoder, progress));
    TrendModel model = TrendModel.read(new ByteArrayInputStream(bytes));
    TrendQuality quality = new TrendQuality(model, listed, until, from, to);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("trend: file", bytes.length / 1e6, "MB").atMost(5));
    figures.addAll(quality.withoutVotes());
    progress.say("trends without votes are measured");
    figures.addAll(quality.withEarlyVotes());
    List<Arrival> arrivals = Arrivals.read(data, vectors, lists, from, to, true);
    if (!arrivals.isEmpty()) {
      figures.addAll(quality.listing(arrivals));
    }
    progress.say("trends are measured");
    return figures;
  }

  private List<Figure> withoutVotes() {
    Map<ListedPaper, Map<String, Double>> own = new HashMap<>();
    Map<ListedPaper, Map<String, Double>> frozen = new HashMap<>();
    for (ListedPaper paper : test) {
      own.put(paper, parts.of(paper.traits(), 0, learned));
      frozen.put(paper, parts.of(paper.traits(), 0, AuthorStanding.NONE));
    }
    Map<String, ListScores> scores = new LinkedHashMap<>();
    for (String part : List.of(TrendParts.TEXT, TrendParts.AUTHORS, TrendParts.TEAM)) {
      scores.put("without " + part, ListScores.of(test, p -> sum(own.get(p), part)));
    }
    scores.put("authors by the file alone", ListScores.of(test, p -> sum(frozen.get(p), "")));
    scores.put(
        "text alone", ListScores.of(test, p -> own.get(p).getOrDefault(TrendParts.TEXT, 0.0)));
    scores.put(
        "authors alone",
        ListScores.of(test, p -> own.get(p).getOrDefault(TrendParts.AUTHORS, 0.0)));
    new TrendBaselines(listed, train, test)
        .scores()
        .forEach((name, score) -> scores.put(name, ListScores.of(test, score)));
    scores.put("with decay by age", ListScores.of(test, p -> decayed(p, own.get(p))));
    ListScores ours = ListScores.of(test, p -> sum(own.get(p), ""));
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of("trend: lists measured", ours.lists(), "lists")
            .beside("papers", test.stream().filter(p -> p.settled() != null).count())
            .beside("papers learned from", train.size())
            .beside("authors known", model.standing().size()));
    figures.add(
        beside(Figure.of("no votes: Spearman", ours.spearman(), ""), scores, ListScores::spearman)
            .atLeast(0.60));
    figures.add(beside(Figure.of("no votes: P@10", ours.first(), ""), scores, ListScores::first));
    figures.add(
        beside(Figure.of("no votes: nDCG@10", ours.gain(), ""), scores, ListScores::gain)
            .atLeast(0.68));
    return figures;
  }

  /** The score on the day of the list, of a paper announced the day after it was sent in. */
  private static double decayed(ListedPaper paper, Map<String, Double> parts) {
    LocalDate list = paper.paper().day();
    LocalDate announced =
        paper.published() == null
            ? list
            : LocalDate.ofInstant(paper.published(), ZoneOffset.UTC).plusDays(1);
    return TrendScore.at(parts, announced, list);
  }

  private static double sum(Map<String, Double> parts, String without) {
    return parts.entrySet().stream()
        .filter(part -> !part.getKey().equals(without))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static Figure beside(
      Figure figure, Map<String, ListScores> scores, ToDoubleFunction<ListScores> of) {
    Figure all = figure;
    for (Map.Entry<String, ListScores> score : scores.entrySet()) {
      all = all.beside(score.getKey(), of.applyAsDouble(score.getValue()));
    }
    return all;
  }

  /** Lists that nobody looked at in the first hours are left out. */
  private List<Figure> withEarlyVotes() {
    Set<LocalDate> days =
        test.stream()
            .filter(p -> p.early() != null)
            .map(p -> p.paper().day())
            .collect(Collectors.toSet());
    List<ListedPaper> looked = test.stream().filter(p -> days.contains(p.paper().day())).toList();
    List<ListedPaper> seen = looked.stream().filter(p -> p.early() != null).toList();
    Map<ListedPaper, Double> noVotes = new HashMap<>();
    Map<ListedPaper, Double> votes = new HashMap<>();
    for (ListedPaper p : looked) {
      noVotes.put(p, sum(parts.of(p.traits(), 0, learned), ""));
      votes.put(p, p.early() == null ? 0 : votes(p));
    }
    Map<String, ToDoubleFunction<ListedPaper>> others = new LinkedHashMap<>();
    others.put("votes alone", votes::get);
    others.put("no votes", noVotes::get);
    for (double weight : WEIGHTS) {
      others.put(
          "votes weighing %.1f".formatted(weight),
          p -> noVotes.get(p) + weight / AttentionParts.VOTES_WEIGHT * votes.get(p));
    }
    for (double share : SHARES) {
      others.put(
          "votes at most %.0f %%".formatted(100 * share),
          p -> together(noVotes.get(p), votes.get(p), share));
    }
    others.put("votes uncut", p -> together(noVotes.get(p), votes.get(p), UNCUT));
    ToDoubleFunction<ListedPaper> both =
        p -> together(noVotes.get(p), votes.get(p), SignalShare.MOST);
    List<Figure> figures = new ArrayList<>();
    figures.add(bought(looked, noVotes, votes));
    figures.add(
        Figure.of("early votes: papers seen", seen.size(), "papers").beside("of", looked.size()));
    figures.addAll(of("early votes", looked, both, others));
    figures.addAll(of("early, papers seen", seen, both, others));
    return figures;
  }

  /**
   * Papers that come among the first ten of their list once a million votes were bought for them,
   * of those in the lower half by what needs nobody's vote: in percent.
   */
  private static Figure bought(
      List<ListedPaper> papers, Map<ListedPaper, Double> noVotes, Map<ListedPaper, Double> votes) {
    Figure figure =
        Figure.of(
            "early votes: bought into the first ten",
            bought(papers, noVotes, votes, SignalShare.MOST),
            "%");
    for (double share : SHARES) {
      figure =
          figure.beside(
              "votes at most %.0f %%".formatted(100 * share),
              bought(papers, noVotes, votes, share));
    }
    return figure.beside("votes uncut", bought(papers, noVotes, votes, UNCUT));
  }

  private static double bought(
      List<ListedPaper> papers,
      Map<ListedPaper, Double> noVotes,
      Map<ListedPaper, Double> votes,
      double share) {
    int tried = 0;
    int carried = 0;
    for (List<ListedPaper> list :
        papers.stream().collect(Collectors.groupingBy(p -> p.paper().day())).values()) {
      List<ListedPaper> byOwn =
          list.stream().sorted(Comparator.comparingDouble(noVotes::get)).toList();
      for (ListedPaper buyer : byOwn.subList(0, byOwn.size() > FIRST ? byOwn.size() / 2 : 0)) {
        double score = together(noVotes.get(buyer), AttentionParts.VOTES_WEIGHT, share);
        long above =
            list.stream()
                .filter(p -> p != buyer && together(noVotes.get(p), votes.get(p), share) > score)
                .count();
        tried++;
        carried += above < FIRST ? 1 : 0;
      }
    }
    return 100.0 * carried / Math.max(1, tried);
  }

  private static double together(double noVotes, double votes, double share) {
    return noVotes
        + sum(SignalShare.capped(Map.of("own", noVotes), Map.of(VOTES, votes), share), "");
  }

  private double votes(ListedPaper paper) {
    return AttentionParts.of(
            paper.paper().day(), model.usual(paper.traits().field()), List.of(paper.early()))
        .getOrDefault(VOTES, 0.0);
  }

  private static List<Figure> of(
      String name,
      List<ListedPaper> papers,
      ToDoubleFunction<ListedPaper> score,
      Map<String, ToDoubleFunction<ListedPaper>> others) {
    Map<String, ListScores> beside = new LinkedHashMap<>();
    others.forEach((other, its) -> beside.put(other, ListScores.of(papers, its)));
    ListScores ours = ListScores.of(papers, score);
    return List.of(
        beside(Figure.of(name + ": Spearman", ours.spearman(), ""), beside, ListScores::spearman)
            .atLeast(0.80),
        beside(Figure.of(name + ": nDCG@10", ours.gain(), ""), beside, ListScores::gain)
            .atLeast(0.89));
  }

  private List<Figure> listing(List<Arrival> arrivals) {
    double[] shown = new double[arrivals.size()];
    double[] withoutAuthors = new double[arrivals.size()];
    double[] unnormalised = new double[arrivals.size()];
    double[] text = new double[arrivals.size()];
    IntStream.range(0, shown.length)
        .parallel()
        .forEach(
            i -> {
              Arrival a = arrivals.get(i);
              float[] vector = Vectors.fromBytes(a.paper().vector());
              Map<String, Double> own = parts.of(a.whole(), 0, learned);
              shown[i] = sum(own, "");
              withoutAuthors[i] = sum(own, TrendParts.AUTHORS);
              text[i] = model.sum(a.paper().text(), vector);
              // As it were without the means of fields: what is expected, not how unexpected.
              unnormalised[i] =
                  sum(own, TrendParts.TEXT)
                      + (text[i] - model.usual("").withVector())
                          / model.text().withVector()
                          / model.text().full()
                          * model.weights().text();
            });
    Map<String, double[]> others = new LinkedHashMap<>();
    others.put("by field, as shown", shown);
    others.put("by field, without authors", withoutAuthors);
    others.put("text alone", text);
    others.put(
        "authors counted",
        arrivals.stream().mapToDouble(a -> a.paper().authors().length).toArray());
    ListingScores ours = ListingScores.of(arrivals, unnormalised);
    Figure auc = Figure.of("listed at all: AUC", ours.auc(), "").atLeast(0.92);
    Figure first = Figure.of("listed at all: P@20", ours.first(), "").atLeast(0.50);
    for (Map.Entry<String, double[]> other : others.entrySet()) {
      ListingScores scores = ListingScores.of(arrivals, other.getValue());
      auc = auc.beside(other.getKey(), scores.auc());
      first = first.beside(other.getKey(), scores.first());
    }
    return List.of(
        Figure.of("listed at all: papers", arrivals.size(), "papers")
            .beside("days", ours.days())
            .beside("listed", arrivals.stream().filter(Arrival::listed).count()),
        auc,
        first);
  }
}
