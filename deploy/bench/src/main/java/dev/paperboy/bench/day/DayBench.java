package dev.paperboy.bench.day;

import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.topics.CommittedTaxonomy;
import dev.paperboy.bench.vectors.CacheFilling;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.topic.TopicTag;
import dev.paperboy.classify.trend.Attention;
import dev.paperboy.classify.trend.AttentionParts;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.SignalShare;
import dev.paperboy.classify.trend.TopicCounts;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.TrendScore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One real day for a person to judge: the first ten by trend, over all and of the three largest
 * fields, before anybody voted and with votes, each with its parts in words and its topics with
 * their evidence. Parts, tags and scores are made by the classes that classify makes them with.
 */
public final class DayBench implements Bench {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 9);
  private static final int FIRST = 10;
  private static final int FIELDS = 3;

  /** After the day's midnight: votes have come, and a digest of the next day would show them. */
  private static final Duration VOTES_UNTIL = Duration.ofHours(60);

  @Override
  public String name() {
    return "day";
  }

  @Override
  public String about() {
    return "the first ten of one real day of --data DIR, with parts and topics, to read; --day";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws IOException {
    LocalDate day = options.day().orElse(DAY);
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<DataPaper> papers = data.day(day);
    CacheFilling.fill(papers.stream().map(DataPaper::text).toList(), progress);
    TrendParts parts = new TrendParts(TrendModel.committed(), BgeSmallEncoder.ID);
    Tagger tagger = CommittedTaxonomy.encoded().tagger();
    TopicCounts counts;
    List<RankedPaper> before = new ArrayList<>();
    try (VectorCache vectors = VectorCache.shared()) {
      counts = counts(data, vectors, tagger, day);
      for (DataPaper paper : papers) {
        before.add(ranked(paper, vectors.get(paper.text()), tagger, parts, counts));
      }
    }
    long base =
        counts.papers(
            TopicCounts.ALL,
            day.minusDays(TopicCounts.NOW_DAYS + TopicCounts.BASE_DAYS - 1L),
            day.minusDays(TopicCounts.NOW_DAYS));
    progress.say(
        ("bursts are set against %,d papers of the %d weeks before that have a vector; authors'"
                + " standing is the model's own, of lists until %s")
            .formatted(base, TopicCounts.BASE_DAYS / 7, parts.model().trainedUntil()));
    Instant until = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(VOTES_UNTIL);
    Map<String, Attention> votes =
        DayVotes.read(data, papers.stream().map(DataPaper::id).collect(Collectors.toSet()), until);
    tell("before votes", before, progress);
    if (votes.isEmpty()) {
      progress.say("nobody's votes on papers of " + day + " are in the data");
    } else {
      tell(
          "with votes seen until %s, of %d papers".formatted(until, votes.size()),
          before.stream()
              .map(paper -> with(paper, votes.get(paper.paper().id()), parts.model()))
              .toList(),
          progress);
    }
    return List.of(
        Figure.of("papers of the day", before.size(), "papers")
            .beside("with votes", votes.size())
            .beside("burst's base", base),
        Figure.of(
            "papers with a topic",
            100.0 * before.stream().filter(p -> !p.tags().isEmpty()).count() / before.size(),
            "%"),
        Figure.of(
            "topics a paper",
            before.stream().mapToInt(p -> p.tags().size()).average().orElse(0),
            ""));
  }

  /** Topics of the weeks before, of those papers that have a vector in the shared cache. */
  private static TopicCounts counts(
      DataDirectory data, VectorCache vectors, Tagger tagger, LocalDate day) throws IOException {
    LocalDate first = day.minusDays(TopicCounts.NOW_DAYS + TopicCounts.BASE_DAYS - 1L);
    TopicCounts counts = new TopicCounts();
    Set<String> ids = new HashSet<>();
    for (Path month : data.months()) {
      data.read(
          month,
          paper -> {
            boolean within = !paper.day().isBefore(first) && !paper.day().isAfter(day);
            byte[] vector = within && ids.add(paper.id()) ? vectors.get(paper.text()) : null;
            if (vector != null) {
              counts.add(paper.day(), TopicCounts.ALL, 1);
              for (TopicTag tag : tags(paper, Vectors.fromBytes(vector), tagger)) {
                counts.add(paper.day(), tag.topic(), 1);
              }
            }
          });
    }
    return counts;
  }

  private static List<TopicTag> tags(DataPaper paper, float[] vector, Tagger tagger) {
    return tagger.tag(paper.title(), paper.abstractText(), paper.categories(), vector);
  }

  private static RankedPaper ranked(
      DataPaper paper, byte[] bytes, Tagger tagger, TrendParts parts, TopicCounts counts) {
    float[] vector = Vectors.fromBytes(bytes);
    List<TopicTag> tags = tags(paper, vector, tagger);
    double burst =
        tags.stream().mapToDouble(tag -> counts.burst(tag.topic(), paper.day())).max().orElse(0);
    String field = paper.categories().getFirst().split("\\.", 2)[0];
    Map<String, Double> own =
        parts.of(
            new TrendParts.Paper(
                paper.title(),
                paper.abstractText(),
                paper.comments(),
                paper.authors(),
                field,
                paper.day(),
                vector),
            burst,
            AuthorStanding.NONE);
    return new RankedPaper(paper, field, tags, own, TrendScore.at(own, paper.day(), paper.day()));
  }

  /** The same paper once places have said something of it. */
  private static RankedPaper with(RankedPaper paper, Attention seen, TrendModel model) {
    if (seen == null) {
      return paper;
    }
    LocalDate day = paper.paper().day();
    Map<String, Double> all = new HashMap<>(paper.parts());
    all.putAll(
        SignalShare.capped(
            paper.parts(), AttentionParts.of(day, model.usual(paper.field()), List.of(seen))));
    return new RankedPaper(
        paper.paper(), paper.field(), paper.tags(), all, TrendScore.at(all, day, day));
  }

  private static void tell(String how, List<RankedPaper> papers, Progress progress) {
    tellFirst("all fields, " + how, papers, progress);
    Map<String, List<RankedPaper>> byField =
        papers.stream().collect(Collectors.groupingBy(RankedPaper::field));
    byField.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<RankedPaper>> field) -> -field.getValue().size())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(FIELDS)
        .forEach(
            field ->
                tellFirst(
                    "%s, %d papers, %s".formatted(field.getKey(), field.getValue().size(), how),
                    field.getValue(),
                    progress));
  }

  private static void tellFirst(String what, List<RankedPaper> papers, Progress progress) {
    List<RankedPaper> first =
        papers.stream()
            .sorted(
                Comparator.comparingDouble(RankedPaper::score)
                    .reversed()
                    .thenComparing(paper -> paper.paper().id()))
            .limit(FIRST)
            .toList();
    StringBuilder text = new StringBuilder(what).append(System.lineSeparator());
    for (int i = 0; i < first.size(); i++) {
      text.append(first.get(i).written(i + 1));
    }
    progress.say(text.toString());
  }
}
