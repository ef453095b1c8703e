package dev.paperboy.bench.personal;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.vectors.CacheFilling;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.notify.taste.Background;
import dev.paperboy.notify.taste.Known;
import dev.paperboy.notify.taste.Taste;
import dev.paperboy.notify.taste.WordSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ranking by what a reader liked, beside the two formulas that others rank by. */
public final class PersonalQuality {
  private static final int TOP = 20;
  private static final double GOAL = 1.15;

  private PersonalQuality() {}

  /** Scores of all candidates for a reader who is known by some papers. */
  private interface Ranker {
    double[] scores(List<Authorship.Text> known);
  }

  /** Measures. */
  public static List<Figure> measure(BenchOptions options, Progress progress) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    Authorship authorship = Authorship.read(data);
    List<Authorship.Text> known =
        authorship.readers().stream()
            .flatMap(reader -> reader.known().stream())
            .distinct()
            .toList();
    CacheFilling.fill(
        Stream.concat(known.stream(), authorship.candidates().stream())
            .map(Authorship.Text::text)
            .toList(),
        progress);
    Map<String, float[]> vectors = new LinkedHashMap<>();
    try (VectorCache cache = VectorCache.shared()) {
      for (Authorship.Text text : known) {
        vectors.put(text.text(), Vectors.fromBytes(cache.get(text.text())));
      }
      for (Authorship.Text text : authorship.candidates()) {
        vectors.put(text.text(), Vectors.fromBytes(cache.get(text.text())));
      }
    }
    progress.say(
        authorship.readers().size()
            + " readers, "
            + authorship.candidates().size()
            + " candidates");
    return new Race(authorship, vectors, progress).figures();
  }

  private static final class Race {
    private final Authorship authorship;
    private final Map<String, float[]> vectors;
    private final float[][] candidates;
    private final Background background;
    private final WordSpace words;
    private final TfIdf tfIdf;
    private final List<TfIdf.Row> rows;
    private final Progress progress;

    Race(Authorship authorship, Map<String, float[]> vectors, Progress progress) {
      this.authorship = authorship;
      this.vectors = vectors;
      this.progress = progress;
      candidates =
          authorship.candidates().stream()
              .map(text -> vectors.get(text.text()))
              .toArray(float[][]::new);
      background = Background.of(Arrays.asList(candidates));
      words = new WordSpace(authorship.candidates().stream().map(Authorship.Text::words).toList());
      tfIdf = new TfIdf(authorship.candidates().stream().map(Authorship.Text::features).toList());
      rows = authorship.candidates().stream().map(text -> tfIdf.row(text.features())).toList();
    }

    List<Figure> figures() {
      Map<String, Ranker> others = new LinkedHashMap<>();
      others.put("linear SVM over TF-IDF", this::svm);
      others.put("mean cosine, weighted by age", this::weightedMean);
      others.put("cosine with the mean", known -> mean(known, false));
      others.put("cosine with the mean, centred", known -> mean(known, true));
      others.put("TF-IDF with the mean", this::rocchio);
      Map<String, Double> found = new LinkedHashMap<>();
      others.forEach((name, ranker) -> found.put(name, gain(name, ranker, Integer.MAX_VALUE)));
      double ours = gain("ours", this::taste, Integer.MAX_VALUE);
      double better =
          Math.max(found.get("linear SVM over TF-IDF"), found.get("mean cosine, weighted by age"));
      List<Figure> figures = new ArrayList<>();
      Figure gain = Figure.of("personal: nDCG@20", ours, "");
      for (Map.Entry<String, Double> other : found.entrySet()) {
        gain = gain.beside(other.getKey(), other.getValue());
      }
      figures.add(gain);
      figures.add(
          Figure.of("personal: nDCG@20 / the better formula of others", ours / better, "")
              .atLeast(GOAL));
      for (int papers : new int[] {1, 2, 5}) {
        figures.add(
            Figure.of(
                    "personal: nDCG@20, known by %d papers".formatted(papers),
                    gain("ours " + papers, this::taste, papers),
                    "")
                .beside("linear SVM over TF-IDF", gain("svm " + papers, this::svm, papers))
                .beside(
                    "mean cosine, weighted by age",
                    gain("mean " + papers, this::weightedMean, papers)));
      }
      return figures;
    }

    private double gain(String name, Ranker ranker, int most) {
      double sum =
          authorship.readers().parallelStream()
              .mapToDouble(
                  reader -> {
                    List<Authorship.Text> known = reader.known();
                    return gain(
                        reader,
                        ranker.scores(
                            known.subList(Math.max(0, known.size() - most), known.size())));
                  })
              .sum();
      double mean = sum / authorship.readers().size();
      progress.say("%s: nDCG@20 %.4f".formatted(name, mean));
      return mean;
    }

    private double gain(Authorship.Reader reader, double[] scores) {
      List<String> known = reader.known().stream().map(Authorship.Text::id).toList();
      int[] best =
          IntStream.range(0, scores.length)
              .filter(at -> !known.contains(authorship.candidates().get(at).id()))
              .boxed()
              .sorted(Comparator.comparingDouble((Integer at) -> -scores[at]))
              .limit(TOP)
              .mapToInt(Integer::intValue)
              .toArray();
      double gain = 0;
      double ideal = 0;
      for (int i = 0; i < TOP; i++) {
        double worth = Math.log(2) / Math.log(i + 2.0);
        gain += reader.relevant().contains(best[i]) ? worth : 0;
        ideal += i < reader.relevant().size() ? worth : 0;
      }
      return gain / ideal;
    }

    private List<float[]> vectors(List<Authorship.Text> known) {
      return known.stream().map(text -> vectors.get(text.text())).toList();
    }

    private double[] taste(List<Authorship.Text> known) {
      Taste taste =
          Taste.learn(
              background,
              words,
              known.stream()
                  .map(text -> new Known(vectors.get(text.text()), text.words()))
                  .toList(),
              List.of());
      return IntStream.range(0, candidates.length)
          .mapToDouble(place -> taste.of(place, candidates[place], 1))
          .toArray();
    }

    private double[] mean(List<Authorship.Text> known, boolean centred) {
      double[] sum = new double[background.dimensions()];
      for (float[] vector : vectors(known)) {
        double[] each = centred ? background.centred(vector) : widened(vector);
        for (int d = 0; d < sum.length; d++) {
          sum[d] += each[d];
        }
      }
      return Arrays.stream(candidates)
          .mapToDouble(c -> cosine(sum, centred ? background.centred(c) : widened(c)))
          .toArray();
    }

    /** As zotero-arxiv-daily ranks: the newest first, each weighing 1 / (1 + log10 rank). */
    private double[] weightedMean(List<Authorship.Text> known) {
      List<float[]> newest = vectors(known).reversed();
      return Arrays.stream(candidates)
          .mapToDouble(
              candidate -> {
                double sum = 0;
                double weights = 0;
                for (int i = 0; i < newest.size(); i++) {
                  double weight = 1 / (1 + Math.log10(i + 1.0));
                  sum += weight * Vectors.dot(candidate, newest.get(i));
                  weights += weight;
                }
                return sum / weights;
              })
          .toArray();
    }

    private double[] svm(List<Authorship.Text> known) {
      float[] weights =
          LinearSvm.train(
              known.stream().map(text -> tfIdf.row(text.features())).toList(), rows, tfIdf.size());
      return rows.stream().mapToDouble(row -> row.dot(weights)).toArray();
    }

    private double[] rocchio(List<Authorship.Text> known) {
      float[] mean = new float[tfIdf.size()];
      known.forEach(text -> tfIdf.row(text.features()).addTo(mean, 1.0 / known.size()));
      return rows.stream().mapToDouble(row -> row.dot(mean)).toArray();
    }

    private static double[] widened(float[] vector) {
      double[] wide = new double[vector.length];
      for (int d = 0; d < wide.length; d++) {
        wide[d] = vector[d];
      }
      return wide;
    }

    private static double cosine(double[] a, double[] b) {
      double dot = 0;
      double squaresA = 0;
      double squaresB = 0;
      for (int d = 0; d < a.length; d++) {
        dot += a[d] * b[d];
        squaresA += a[d] * a[d];
        squaresB += b[d] * b[d];
      }
      return dot / Math.sqrt(Math.max(1e-12, squaresA * squaresB));
    }
  }
}
