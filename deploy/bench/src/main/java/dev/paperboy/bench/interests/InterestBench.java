package dev.paperboy.bench.interests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Description;
import dev.paperboy.classify.encode.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What a reader's descriptions and examples let in: made of listed papers' paraphrases and key
 * words, and compared with a whole month of papers. The thresholds are right where the median one
 * finds about ten papers a day, an example five, and a paraphrase still finds its own paper.
 */
public final class InterestBench implements Bench {
  private static final int SAMPLED = 400;
  private static final int SEED = 7;
  private static final double STEP = 0.02;

  /** Listed papers may be of that month: an example that finds itself found nothing. */
  private static final double SAME = 0.98;

  @Override
  public String name() {
    return "interests";
  }

  @Override
  public String about() {
    return "what descriptions and examples let in on --data DIR, around their thresholds";
  }

  /** A month of papers, in vectors, and over how many days. */
  private record Month(List<float[]> papers, int days) {}

  /** A listed paper, what says the same in a sentence, and some of its key words. */
  private record Listed(float[] vector, String paraphrase, String words) {}

  /** Something that papers are compared with, and one that it should find; null for none. */
  private record Sample(float[] vector, float[] own) {}

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    try (VectorCache vectors = VectorCache.shared();
        BgeSmallEncoder encoder = new BgeSmallEncoder(Runtime.getRuntime().availableProcessors())) {
      Month month = month(data, vectors);
      List<Listed> listed = listed(data, vectors);
      progress.say(
          String.format(
              Locale.ROOT,
              "%,d papers of %d days, %,d listed ones",
              month.papers().size(),
              month.days(),
              listed.size()));
      List<Figure> figures = new ArrayList<>();
      ToDoubleFunction<String> threshold = text -> Description.of(text).threshold();
      List<String> sentences = listed.stream().map(Listed::paraphrase).toList();
      List<String> words = listed.stream().map(Listed::words).toList();
      figures.addAll(
          figures(
              "sentence",
              samples(encoder, sentences, listed),
              threshold.applyAsDouble(sentences.getFirst()),
              month));
      figures.addAll(
          figures(
              "few words",
              samples(encoder, words, listed),
              threshold.applyAsDouble(words.getFirst()),
              month));
      figures.addAll(
          figures(
              "example",
              listed.stream().map(paper -> new Sample(paper.vector(), null)).toList(),
              Description.LIKE,
              month));
      return figures;
    }
  }

  private static List<Sample> samples(
      BgeSmallEncoder encoder, List<String> texts, List<Listed> listed) {
    List<float[]> vectors =
        encoder
            .encodeAll(texts.stream().map(text -> Description.of(text).encoded()).toList())
            .join();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      samples.add(new Sample(vectors.get(i), listed.get(i).vector()));
    }
    return samples;
  }

  /** At the threshold, beside what one a little lower and one a little higher would let in. */
  private static List<Figure> figures(
      String name, List<Sample> samples, double threshold, Month month) {
    double[] at = {threshold, threshold - STEP, threshold + STEP};
    double[][] perDay = new double[at.length][samples.size()];
    double[] own = new double[at.length];
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      for (float[] paper : month.papers()) {
        double cosine = Vectors.dot(sample.vector(), paper);
        if (sample.own() == null && cosine > SAME) {
          continue;
        }
        for (int t = 0; t < at.length; t++) {
          perDay[t][i] += cosine >= at[t] ? 1.0 / month.days() : 0;
        }
      }
      for (int t = 0; t < at.length && sample.own() != null; t++) {
        own[t] += Vectors.dot(sample.vector(), sample.own()) >= at[t] ? 1.0 / samples.size() : 0;
      }
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(
        beside(
            Figure.of(named(name, "papers a day, median", at[0]), median(perDay[0]), ""),
            at,
            median(perDay[1]),
            median(perDay[2])));
    figures.add(
        beside(
            Figure.of(named(name, "papers a day, mean", at[0]), mean(perDay[0]), ""),
            at,
            mean(perDay[1]),
            mean(perDay[2])));
    if (samples.getFirst().own() != null) {
      figures.add(
          beside(
              Figure.of(named(name, "finds its own paper", at[0]), own[0], ""),
              at,
              own[1],
              own[2]));
    }
    return figures;
  }

  private static String named(String name, String what, double threshold) {
    return String.format(Locale.ROOT, "%s at %.2f: %s", name, threshold, what);
  }

  private static Figure beside(Figure figure, double[] at, double lower, double higher) {
    return figure
        .beside(String.format(Locale.ROOT, "at %.2f", at[1]), lower)
        .beside(String.format(Locale.ROOT, "at %.2f", at[2]), higher);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static Month month(DataDirectory data, VectorCache vectors) throws IOException {
    List<float[]> papers = new ArrayList<>();
    Set<String> days = new HashSet<>();
    data.read(
        data.months().getFirst(),
        paper -> {
          papers.add(vector(paper, vectors));
          days.add(paper.day().toString());
        });
    return new Month(papers, days.size());
  }

  private static List<Listed> listed(DataDirectory data, VectorCache vectors) throws IOException {
    List<DataPaper> all = new ArrayList<>();
    data.read(
        data.listed(),
        paper -> {
          if (paper.line().hasNonNull("paraphrase")
              && !words(paper).isEmpty()
              && paper.day().getYear() == 2026) {
            all.add(paper);
          }
        });
    Random random = new Random(SEED);
    Collections.shuffle(all, random);
    List<Listed> listed = new ArrayList<>();
    for (DataPaper paper : all.subList(0, Math.min(SAMPLED, all.size()))) {
      List<String> words = words(paper);
      listed.add(
          new Listed(
              vector(paper, vectors),
              paper.line().path("paraphrase").asText(),
              words.get(random.nextInt(words.size()))));
    }
    return listed;
  }

  /** Its key words, as far as they are few enough to be taken for a query. */
  private static List<String> words(DataPaper paper) {
    List<String> words = new ArrayList<>();
    for (JsonNode each : paper.line().path("keywords")) {
      if (Description.of(each.asText()).isQuery()) {
        words.add(each.asText());
      }
    }
    return words;
  }

  private static float[] vector(DataPaper paper, VectorCache vectors) throws IOException {
    byte[] vector = vectors.get(paper.text());
    if (vector == null) {
      throw new IOException("not every paper has its vector yet: run bench encode first");
    }
    return Vectors.fromBytes(vector);
  }
}
