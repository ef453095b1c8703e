package dev.paperboy.bench.matching;

import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.topics.CommittedTaxonomy;
import dev.paperboy.bench.vectors.CacheFilling;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.PaperId;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One day's papers as the shelf has them, with the tags, vectors and trends that classify gives
 * them.
 *
 * @param papers in the order of their ids
 * @param topics names by id
 */
public record RealDay(LocalDate day, List<TrendingPaper> papers, Map<String, String> topics) {
  /** One day, whole. */
  static RealDay read(DataDirectory data, LocalDate day, Progress progress) throws IOException {
    List<DataPaper> papers = data.day(day);
    CacheFilling.fill(papers.stream().map(DataPaper::text).toList(), progress);
    return of(List.of(day), Map.of(day, papers)).getFirst();
  }

  /**
   * Several days; where somebody else is filling the shared cache, each without the papers that
   * have no vector there yet.
   */
  public static List<RealDay> several(DataDirectory data, List<LocalDate> days, Progress progress)
      throws IOException {
    Map<LocalDate, List<DataPaper>> papers = new HashMap<>();
    List<String> texts = new ArrayList<>();
    for (LocalDate day : days) {
      data.day(day).forEach(paper -> texts.add(paper.text()));
    }
    try {
      CacheFilling.fill(texts, progress);
    } catch (IOException e) {
      progress.say("  on what has a vector already: " + e.getMessage());
    }
    try (VectorCache vectors = VectorCache.shared()) {
      for (LocalDate day : days) {
        List<DataPaper> all = data.day(day);
        List<DataPaper> known = new ArrayList<>();
        for (DataPaper paper : all) {
          if (vectors.get(paper.text()) != null) {
            known.add(paper);
          }
        }
        progress.say(
            "%s: %,d of %,d papers have a vector".formatted(day, known.size(), all.size()));
        papers.put(day, known);
      }
    }
    return of(days, papers);
  }

  private static List<RealDay> of(List<LocalDate> days, Map<LocalDate, List<DataPaper>> papers)
      throws IOException {
    CommittedTaxonomy committed = CommittedTaxonomy.encoded();
    Tagger tagger = committed.tagger();
    TrendParts trend = new TrendParts(TrendModel.committed(), BgeSmallEncoder.ID);
    Map<String, String> names =
        committed.taxonomy().topics().stream().collect(Collectors.toMap(Topic::id, Topic::name));
    List<RealDay> real = new ArrayList<>();
    try (VectorCache vectors = VectorCache.shared()) {
      for (LocalDate day : days) {
        List<TrendingPaper> shelved = new ArrayList<>();
        for (DataPaper paper : papers.get(day)) {
          shelved.add(shelved(paper, vectors.get(paper.text()), tagger, trend));
        }
        real.add(new RealDay(day, shelved, names));
      }
    }
    return real;
  }

  private static TrendingPaper shelved(
      DataPaper paper, byte[] vector, Tagger tagger, TrendParts trend) {
    float[] unit = Vectors.fromBytes(vector);
    String field = paper.categories().getFirst().replaceFirst("\\..*", "");
    return new TrendingPaper(
        new ShelvedPaper(
            PaperId.parse("arxiv:" + paper.id()),
            1,
            "arxiv",
            1,
            paper.title(),
            paper.abstractText(),
            paper.comments(),
            paper.authors(),
            paper.categories(),
            paper.day(),
            false,
            false,
            tagger.tag(paper.title(), paper.abstractText(), paper.categories(), unit).stream()
                .map(tag -> new ShelvedPaper.Tag(tag.topic(), tag.confidence()))
                .toList(),
            new ShelvedPaper.Vector(BgeSmallEncoder.ID, vector)),
        trend.of(
            new TrendParts.Paper(
                paper.title(),
                paper.abstractText(),
                paper.comments(),
                paper.authors(),
                field,
                paper.day(),
                unit),
            0,
            AuthorStanding.NONE));
  }
}
