package dev.paperboy.bench.trend;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.classify.topic.PhraseFinder;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.trend.TopicCounts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Bursts of topics: whether what is called hot is still hot in the week after, by how far it then
 * stands above the same base; beside Kleinberg's automaton, ratios, and the week's count. Topics
 * are counted by their words, which needs no vectors.
 */
public final class BurstQuality {
  /** Standard deviations above the base from which the week after counts as hot. */
  private static final double HOT = 3;

  private static final int FIRST = 10;
  private static final int LONG_BASE = 180;
  private static final int MONTH = 30;
  private static final long SEED = 7;

  private final TopicCounts counts = new TopicCounts();
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private final List<Topic> topics;

  private BurstQuality(List<Topic> topics) {
    this.topics = topics;
  }

  /** Scores of all topics on a day, by way of scoring. */
  private record Day(Map<String, double[]> scores, boolean[] hot, double[] growth) {}

  /** Measures on days with a whole base before them and a week after. */
  public static List<Figure> measure(BenchOptions options, Progress progress) throws IOException {
    Taxonomy taxonomy;
    try (InputStream yaml = Taxonomy.class.getResourceAsStream("/taxonomy.yaml")) {
      taxonomy = Taxonomy.read(yaml);
    }
    BurstQuality quality = new BurstQuality(taxonomy.topics());
    quality.count(new DataDirectory(options.dataDirectory()));
    progress.say("topics of " + quality.days.size() + " days are counted");
    List<Day> measured = quality.days(options);
    if (measured.isEmpty()) {
      progress.say("bursts: skipped, no day has %d weeks before it".formatted(baseWeeks()));
      return List.of();
    }
    return figures(measured);
  }

  private static int baseWeeks() {
    return (TopicCounts.BASE_DAYS + TopicCounts.NOW_DAYS) / 7;
  }

  private void count(DataDirectory data) throws IOException {
    PhraseFinder phrases = new PhraseFinder(topics);
    Set<String> ids = new HashSet<>();
    for (Path month : data.months()) {
      data.read(
          month,
          paper -> {
            if (ids.add(paper.id())) {
              days.add(paper.day());
              counts.add(paper.day(), TopicCounts.ALL, 1);
              phrases.find(paper.text()).stream()
                  .map(phrase -> topics.get(phrase.topic()).id())
                  .collect(Collectors.toSet())
                  .forEach(topic -> counts.add(paper.day(), topic, 1));
            }
          });
    }
  }

  private List<Day> days(BenchOptions options) {
    LocalDate last = days.last().minusDays(TopicCounts.NOW_DAYS);
    int before = TopicCounts.BASE_DAYS + TopicCounts.NOW_DAYS;
    Random random = new Random(SEED);
    List<Day> measured = new ArrayList<>();
    LocalDate from = options.daysGiven() ? options.testFrom() : days.first();
    for (LocalDate day : days.subSet(from, true, last, true)) {
      // Months that are missing in the data would look like a base of nothing.
      if (days.subSet(day.minusDays(before), day).size() >= before / 2) {
        measured.add(day(day, random));
      }
    }
    return measured;
  }

  private Day day(LocalDate day, Random random) {
    Map<String, double[]> scores = new LinkedHashMap<>();
    int n = topics.size();
    for (String way :
        List.of("z", "two states", "log d7/d84", "log d30/d180", "papers of the week", "random")) {
      scores.put(way, new double[n]);
    }
    boolean[] hot = new boolean[n];
    double[] growth = new double[n];
    LocalDate now = day.minusDays(TopicCounts.NOW_DAYS - 1L);
    LocalDate base = now.minusDays(TopicCounts.BASE_DAYS);
    for (int t = 0; t < n; t++) {
      String topic = topics.get(t).id();
      double usual = share(topic, base, now.minusDays(1));
      double week = share(topic, now, day);
      LocalDate end = day.plusDays(TopicCounts.NOW_DAYS);
      double after = share(topic, day.plusDays(1), end);
      double expected = usual * counts.papers(TopicCounts.ALL, day.plusDays(1), end);
      hot[t] =
          (counts.papers(topic, day.plusDays(1), end) - expected) / Math.sqrt(expected + 1) >= HOT;
      growth[t] = Math.log(after / week);
      scores.get("z")[t] = counts.burst(topic, day);
      scores.get("two states")[t] = twoStates(topic, base, day);
      scores.get("log d7/d84")[t] = Math.log(week / usual);
      scores.get("log d30/d180")[t] =
          Math.log(
              share(topic, day.minusDays(MONTH - 1L), day)
                  / share(topic, day.minusDays(LONG_BASE - 1L), day));
      scores.get("papers of the week")[t] = week;
      scores.get("random")[t] = random.nextDouble();
    }
    return new Day(scores, hot, growth);
  }

  private double share(String topic, LocalDate first, LocalDate last) {
    return (counts.papers(topic, first, last) + 1.0)
        / (counts.papers(TopicCounts.ALL, first, last) + 1.0);
  }

  private double twoStates(String topic, LocalDate first, LocalDate last) {
    long[] own =
        first.datesUntil(last.plusDays(1)).mapToLong(d -> counts.papers(topic, d, d)).toArray();
    long[] all =
        first
            .datesUntil(last.plusDays(1))
            .mapToLong(d -> counts.papers(TopicCounts.ALL, d, d))
            .toArray();
    return TwoStates.weight(own, all);
  }

  private static List<Figure> figures(List<Day> days) {
    Figure auc = null;
    Figure first = null;
    Figure growth = null;
    for (String way : days.getFirst().scores().keySet()) {
      double sumAuc = 0;
      double sumFirst = 0;
      double sumGrowth = 0;
      int count = 0;
      for (Day day : days) {
        double[] scores = day.scores().get(way);
        double one = Places.auc(scores, day.hot());
        if (!Double.isNaN(one)) {
          sumAuc += one;
          sumFirst +=
              Arrays.stream(Places.best(scores)).limit(FIRST).filter(t -> day.hot()[t]).count()
                  / (double) FIRST;
          sumGrowth += Places.spearman(scores, day.growth());
          count++;
        }
      }
      int measured = Math.max(1, count);
      if (auc == null) {
        auc = Figure.of("bursts: hot in the week after, AUC", sumAuc / measured, "");
        first = Figure.of("bursts: hot in the week after, P@10", sumFirst / measured, "");
        growth = Figure.of("bursts: Spearman with growth after", sumGrowth / measured, "");
      } else {
        auc = auc.beside(way, sumAuc / measured);
        first = first.beside(way, sumFirst / measured);
        growth = growth.beside(way, sumGrowth / measured);
      }
    }
    double hot =
        days.stream()
            .mapToInt(
                day -> {
                  int sum = 0;
                  for (boolean one : day.hot()) {
                    sum += one ? 1 : 0;
                  }
                  return sum;
                })
            .average()
            .orElse(0);
    return List.of(
        Figure.of("bursts: days measured", days.size(), "days")
            .beside("topics hot in a week after", hot),
        auc,
        first,
        growth);
  }
}
