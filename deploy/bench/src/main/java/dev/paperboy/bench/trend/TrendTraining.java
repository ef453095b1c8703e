package dev.paperboy.bench.trend;

import dev.paperboy.bench.Progress;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Trains the parts of a trend that need nobody's vote, on lists of votes. */
final class TrendTraining {
  /** Listed papers with a place below which there is nothing to learn from. */
  static final int LEAST_PLACED = 300;

  /** What all learned parts add up to at their most. */
  private static final double ALL_PARTS = 1.0;

  /** Papers as many as this in a thousand may have more of a part than is counted. */
  private static final double BEYOND = 0.001;

  private static final double LEAST_FULL = 3;
  private static final double PENALTY = 30;

  /** Days at the beginning whose authors nobody knew yet: nothing is learned of standings there. */
  private static final int UNKNOWN_DAYS = 90;

  /** Pseudo-papers of the usual votes that are mixed into a field's. */
  private static final double USUAL_VOTES = 50;

  /** Pseudo-papers of all fields' that are mixed into what a field's known authors come to. */
  private static final double USUAL_KNOWN = 20;

  /** Papers below which a field has no means of its own. */
  private static final int LEAST_OF_FIELD = 200;

  private final List<Arrival> arrivals;
  private final List<ListedPaper> listed;
  private final LocalDate until;
  private final String encoder;
  private final Progress progress;

  /**
   * @param listed papers of lists, oldest first; those without a place are left out
   * @param until the last day of them
   */
  TrendTraining(
      List<Arrival> arrivals,
      List<ListedPaper> listed,
      LocalDate until,
      String encoder,
      Progress progress) {
    this.arrivals = arrivals;
    this.listed = listed.stream().filter(ListedPaper::hasPlace).toList();
    this.until = until;
    this.encoder = encoder;
    this.progress = progress;
  }

  TrendModel train() throws IOException {
    if (listed.size() < LEAST_PLACED) {
      throw new IOException(
          "only %d listed papers with votes and vectors until %s; a trend wants %d to learn from"
              .formatted(listed.size(), until, LEAST_PLACED));
    }
    progress.say(
        "%,d listed papers with a place and %,d announced ones to learn from"
            .formatted(listed.size(), arrivals.size()));
    TextTraining.Learned text = new TextTraining(arrivals, listed).train(progress);
    AuthorStanding standing = standing(listed);
    // Means and deviations first; weights are learned over what they make of the sums.
    TrendModel unscaled =
        new TrendModel(
            until,
            encoder,
            text.words(),
            text.vector(),
            new TrendModel.Scales(1, 1, 1),
            Map.of("", new TrendModel.Field(0, 0, 1, 1, 1)),
            standing,
            new TrendModel.Weights(1, 0, 0, 0, 0, 0, 0, 0));
    TrendModel scaled = scaled(unscaled, text);
    TrendModel.Weights weights = weights(scaled, text);
    progress.say(
        "weights: text %.2f, authors at most %.2f (known %.2f, leading %.2f, all %.2f), team %.2f, code %.2f, venue %.2f"
            .formatted(
                weights.text(),
                weights.authors(),
                weights.known(),
                weights.leading(),
                weights.all(),
                weights.team(),
                weights.code(),
                weights.venue()));
    return new TrendModel(
        until,
        encoder,
        scaled.words(),
        scaled.vector(),
        scaled.text(),
        scaled.fields(),
        standing,
        weights);
  }

  /** The standing that listed papers with a place give their authors. */
  static AuthorStanding standing(List<ListedPaper> listed) {
    return AuthorStanding.of(
        listed.stream()
            .filter(ListedPaper::hasPlace)
            .map(p -> new AuthorStanding.Placed(p.paper().day(), p.paper().authors(), p.place()))
            .toList());
  }

  /** A paper's sums over its text: with vector, and by words alone. */
  private record Sums(String field, int authors, double withVector, double wordsAlone) {}

  private TrendModel scaled(TrendModel model, TextTraining.Learned text) {
    List<Sums> sums = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival a = arrivals.get(i);
      sums.add(
          new Sums(a.field(), a.paper().authors().length, text.unseen()[i], text.unseenWords()[i]));
    }
    // Without arrivals there is nothing to compare with but the lists themselves.
    for (int i = 0; i < listed.size() && arrivals.isEmpty(); i++) {
      ListedPaper p = listed.get(i);
      sums.add(
          new Sums(
              p.traits().field(),
              p.paper().authors().length,
              text.unseen()[i],
              text.unseenWords()[i]));
    }
    Map<String, Double> votes = votes();
    Map<String, Double> trusted = trusted(model.standing());
    Map<String, TrendModel.Field> fields = new TreeMap<>();
    Map<String, List<Sums>> byField =
        sums.stream()
            .collect(Collectors.groupingBy(Sums::field, TreeMap::new, Collectors.toList()));
    fields.put("", field(sums, 1.0, trusted.getOrDefault("", 1.0)));
    byField.forEach(
        (name, own) -> {
          if (own.size() >= LEAST_OF_FIELD) {
            fields.put(
                name, field(own, votes.getOrDefault(name, 1.0), trusted.getOrDefault(name, 1.0)));
          }
        });
    double[] withVector =
        sums.stream().mapToDouble(s -> s.withVector() - of(fields, s).withVector()).toArray();
    double[] wordsAlone =
        sums.stream().mapToDouble(s -> s.wordsAlone() - of(fields, s).wordsAlone()).toArray();
    double deviation = TextTraining.deviation(withVector);
    double[] sorted = withVector.clone();
    Arrays.sort(sorted);
    double most = sorted[(int) ((1 - BEYOND) * (sorted.length - 1))] / deviation;
    return new TrendModel(
        until,
        encoder,
        model.words(),
        model.vector(),
        new TrendModel.Scales(
            (float) deviation,
            (float) TextTraining.deviation(wordsAlone),
            (float) Math.max(LEAST_FULL, most)),
        fields,
        model.standing(),
        model.weights());
  }

  private static TrendModel.Field of(Map<String, TrendModel.Field> fields, Sums sums) {
    return fields.getOrDefault(sums.field(), fields.get(""));
  }

  private static TrendModel.Field field(List<Sums> sums, double votes, double standing) {
    return new TrendModel.Field(
        (float) sums.stream().mapToDouble(Sums::withVector).average().orElse(0),
        (float) sums.stream().mapToDouble(Sums::wordsAlone).average().orElse(0),
        (float) votes,
        (float)
            Math.exp(
                sums.stream()
                    .mapToDouble(s -> Math.log(Math.max(1, s.authors())))
                    .average()
                    .orElse(0)),
        (float) standing);
  }

  /**
   * How likely a paper whose authors are known comes on a list, beside the field where that is
   * likeliest; the empty name stands for all fields that are too small to tell.
   */
  private Map<String, Double> trusted(AuthorStanding standing) {
    Map<String, int[]> known = new TreeMap<>();
    for (Arrival a : arrivals) {
      if (standing.of(a.paper().authors(), a.paper().day(), AuthorStanding.NONE).known() > 0) {
        int[] counts = known.computeIfAbsent(a.field(), field -> new int[2]);
        counts[0]++;
        counts[1] += a.listed() ? 1 : 0;
      }
    }
    int all = known.values().stream().mapToInt(c -> c[0]).sum();
    double share = known.values().stream().mapToInt(c -> c[1]).sum() / (double) Math.max(1, all);
    Map<String, Double> shares = new TreeMap<>();
    known.forEach(
        (field, c) -> shares.put(field, (c[1] + USUAL_KNOWN * share) / (c[0] + USUAL_KNOWN)));
    double most = shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (most == 0) {
      return Map.of();
    }
    shares.put("", share);
    shares.replaceAll((field, of) -> of / most);
    return shares;
  }

  /** How many times the votes that are usual on a list a field's papers have, shrunk to 1. */
  private Map<String, Double> votes() {
    Function<ListedPaper, Double> log = p -> Math.log1p(p.later());
    double all = listed.stream().collect(Collectors.averagingDouble(log::apply));
    Map<String, Double> factors = new TreeMap<>();
    listed.stream()
        .collect(Collectors.groupingBy(p -> p.traits().field()))
        .forEach(
            (field, own) -> {
              double above = own.stream().mapToDouble(p -> log.apply(p) - all).sum();
              factors.put(field, Math.exp(above / (own.size() + USUAL_VOTES)));
            });
    return factors;
  }

  private TrendModel.Weights weights(TrendModel model, TextTraining.Learned text) {
    LocalDate known = listed.getFirst().paper().day().plusDays(UNKNOWN_DAYS);
    List<double[]> features = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      ListedPaper p = listed.get(i);
      if (!p.paper().day().isBefore(known)) {
        TrendModel.Field usual = model.usual(p.traits().field());
        double above =
            (text.unseen()[arrivals.size() + i] - usual.withVector()) / model.text().withVector();
        AuthorStanding.Strength strength =
            model.standing().of(p.paper().authors(), p.paper().day(), AuthorStanding.NONE);
        features.add(
            new double[] {
              Math.clamp(above / model.text().full(), 0, 1),
              strength.known(),
              strength.leading(),
              strength.all(),
              TrendParts.team(p.paper().authors().length, usual.authors()),
              TrendParts.code(p.traits().abstractText(), p.traits().comments()),
              TrendParts.venue(p.traits().comments())
            });
        places.add(p.place());
        days.add(p.paper().day());
      }
    }
    double[] w =
        NonNegative.fit(
            centred(features, days),
            places.stream().mapToDouble(Double::doubleValue).toArray(),
            PENALTY);
    double[] ofAuthors =
        features.stream()
            .mapToDouble(f -> w[1] * f[1] + w[2] * f[2] + w[3] * f[3])
            .sorted()
            .toArray();
    double cap = ofAuthors[(int) ((1 - BEYOND) * (ofAuthors.length - 1))];
    double scale = ALL_PARTS / (w[0] + cap + w[4] + w[5] + w[6]);
    return new TrendModel.Weights(
        (float) (scale * w[0]),
        (float) (scale * w[1]),
        (float) (scale * w[2]),
        (float) (scale * w[3]),
        (float) (scale * cap),
        (float) (scale * w[4]),
        (float) (scale * w[5]),
        (float) (scale * w[6]));
  }

  /**
   * Features without the mean of their list: places are within lists, and what lists tell of their
   * papers, such as remarks, changed over time.
   */
  private static double[][] centred(List<double[]> features, List<LocalDate> days) {
    Map<LocalDate, List<Integer>> lists = new TreeMap<>();
    for (int i = 0; i < features.size(); i++) {
      lists.computeIfAbsent(days.get(i), day -> new ArrayList<>()).add(i);
    }
    double[][] centred = features.stream().map(double[]::clone).toArray(double[][]::new);
    for (List<Integer> list : lists.values()) {
      for (int j = 0; j < centred[0].length; j++) {
        int feature = j;
        double mean = list.stream().mapToDouble(i -> features.get(i)[feature]).average().orElse(0);
        list.forEach(i -> centred[i][feature] -= mean);
      }
    }
    return centred;
  }
}
