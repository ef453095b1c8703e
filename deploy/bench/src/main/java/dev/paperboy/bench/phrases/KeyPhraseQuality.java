package dev.paperboy.bench.phrases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.classify.phrase.KeyPhrases;
import dev.paperboy.classify.phrase.PhraseText;
import dev.paperboy.classify.phrase.PhraseText.Word;
import dev.paperboy.classify.phrase.WordRarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Key phrases against the keywords of listed papers, which a machine made: right is what is a
 * keyword but for case, hyphens and plural. Weights were chosen on earlier lists than are measured.
 */
public final class KeyPhraseQuality {
  private static final LocalDate FIRST_LIST = LocalDate.of(2025, 10, 1);
  private static final int RARITY_OF = 20_000;
  private static final int AT = 5;

  private KeyPhraseQuality() {}

  /** A paper with what its key phrases should be. */
  record Keyed(DataPaper paper, Set<String> keywords) {}

  /** Empty, said aloud, where no listed paper has keywords. */
  public static List<Figure> measure(BenchOptions options, Progress progress) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<Keyed> papers = listed(data, FIRST_LIST, LocalDate.MAX);
    if (papers.isEmpty()) {
      progress.say("key phrases: skipped, hf/papers.jsonl.gz has no papers with keywords");
      return List.of();
    }
    WordRarity rarity = rarity(data);
    Map<String, Function<DataPaper, List<String>>> ways =
        Map.of(
            "ours", paper -> ours(paper, rarity),
            "TF-IDF n-grams", paper -> PhraseBaselines.tfIdf(text(paper), rarity, KeyPhrases.MOST),
            "RAKE", paper -> PhraseBaselines.rake(text(paper), KeyPhrases.MOST));
    Map<String, double[]> scores =
        ways.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, way -> score(papers, way.getValue())));
    progress.say("key phrases: lifted in three ways");
    long begin = System.nanoTime();
    papers.forEach(keyed -> ours(keyed.paper(), rarity));
    double micros = (System.nanoTime() - begin) / 1e3 / papers.size();
    return List.of(
        Figure.of("key phrases: papers", papers.size(), "papers"),
        figure("key phrases: precision@" + AT, scores, 0),
        figure("key phrases: recall@" + KeyPhrases.MOST, scores, 1),
        Figure.of("key phrases: time", micros, "µs/paper"));
  }

  private static Figure figure(String name, Map<String, double[]> scores, int index) {
    return Figure.of(name, scores.get("ours")[index], "")
        .beside("TF-IDF n-grams", scores.get("TF-IDF n-grams")[index])
        .beside("RAKE", scores.get("RAKE")[index]);
  }

  /** Those with keywords of lists from one day to before another. */
  static List<Keyed> listed(DataDirectory data, LocalDate from, LocalDate before)
      throws IOException {
    List<Keyed> papers = new ArrayList<>();
    if (Files.isReadable(data.listed())) {
      data.read(
          data.listed(),
          paper -> {
            Set<String> keywords = new HashSet<>();
            for (JsonNode keyword : paper.line().path("keywords")) {
              keywords.add(key(keyword.asText()));
            }
            if (!keywords.isEmpty()
                && !paper.day().isBefore(from)
                && paper.day().isBefore(before)) {
              papers.add(new Keyed(paper, keywords));
            }
          });
    }
    return papers;
  }

  /** Of papers of the newest months, as an index would know it. */
  static WordRarity rarity(DataDirectory data) throws IOException {
    Map<String, Integer> papersWith = new HashMap<>();
    int[] papers = new int[1];
    for (Path month : data.months()) {
      if (papers[0] < RARITY_OF) {
        data.read(
            month,
            paper -> {
              if (papers[0] < RARITY_OF) {
                papers[0]++;
                words(text(paper)).forEach(word -> papersWith.merge(word, 1, Integer::sum));
              }
            });
      }
    }
    return word -> Math.log((1.0 + papers[0]) / (1 + papersWith.getOrDefault(word, 0)));
  }

  private static Set<String> words(String text) {
    return PhraseText.runs(text).stream()
        .flatMap(List::stream)
        .map(Word::key)
        .flatMap(key -> List.of(key.split(" ")).stream())
        .collect(Collectors.toSet());
  }

  private static String text(DataPaper paper) {
    return paper.title() + " ; " + paper.abstractText();
  }

  private static List<String> ours(DataPaper paper, WordRarity rarity) {
    return KeyPhrases.of(paper.title(), paper.abstractText(), rarity).stream()
        .map(KeyPhraseQuality::key)
        .toList();
  }

  static String key(String phrase) {
    return PhraseText.runs(phrase).stream()
        .map(PhraseBaselines::key)
        .collect(Collectors.joining(" "));
  }

  /** Precision of the first and recall of all, each the mean over papers. */
  static double[] score(List<Keyed> papers, Function<DataPaper, List<String>> way) {
    double precision = 0;
    double recall = 0;
    for (Keyed keyed : papers) {
      List<String> phrases = way.apply(keyed.paper());
      precision +=
          (double) phrases.stream().limit(AT).filter(keyed.keywords()::contains).count() / AT;
      recall +=
          (double) phrases.stream().distinct().filter(keyed.keywords()::contains).count()
              / keyed.keywords().size();
    }
    return new double[] {precision / papers.size(), recall / papers.size()};
  }
}
