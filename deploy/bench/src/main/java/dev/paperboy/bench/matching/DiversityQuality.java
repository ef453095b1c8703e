package dev.paperboy.bench.matching;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.notify.digest.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * From which cosine on two papers are on one thing. Two measures around the threshold: how often
 * papers of such a cosine share a key word that few others have, beside all pairs; and what it
 * would do to the digests of readers of one narrow subject, the twelve papers of a real day that
 * are nearest to one of its papers.
 */
public final class DiversityQuality {
  private static final double[] AROUND = {-0.04, -0.02, 0, 0.02, 0.04};

  /** A key word that more of the papers have says little. */
  private static final double RARE = 0.012;

  private static final int DAYS = 5;
  private static final int LEAST_PAPERS = 500;
  private static final int SHOWN = 12;
  private static final int SPARE = 3;
  private static final int ALSO = 10;
  private static final int ALIKE = 2;
  private static final int READERS_A_DAY = 60;

  /** From here on it is another version of the same paper. */
  private static final double VERSION = 0.97;

  private DiversityQuality() {}

  /** Empty, said aloud, where too few vectors are in the cache. */
  public static List<Figure> measure(BenchOptions options, VectorCache vectors, Progress progress)
      throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<Figure> figures = new ArrayList<>(words(data, vectors, progress));
    figures.addAll(digests(data, vectors, progress));
    return figures;
  }

  private static List<Figure> words(DataDirectory data, VectorCache vectors, Progress progress)
      throws IOException {
    List<float[]> papers = new ArrayList<>();
    List<Set<String>> words = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (Files.isReadable(data.listed())) {
      data.read(
          data.listed(),
          paper -> {
            byte[] vector = vectors.get(paper.text());
            Set<String> own = keywords(paper);
            if (vector != null && !own.isEmpty() && seen.add(paper.id())) {
              papers.add(Vectors.fromBytes(vector));
              words.add(own);
            }
          });
    }
    if (papers.size() < LEAST_PAPERS) {
      progress.say(
          "diversity: key words skipped, %,d listed papers have vectors; ./paperboy bench encode"
                  .formatted(papers.size())
              + " makes them");
      return List.of();
    }
    keepRare(words);
    long[] pairs = new long[AROUND.length + 1];
    long[] sharing = new long[AROUND.length + 1];
    for (int a = 0; a < papers.size(); a++) {
      for (int b = a + 1; b < papers.size(); b++) {
        double cosine = Vectors.dot(papers.get(a), papers.get(b));
        boolean shared = words.get(a).stream().anyMatch(words.get(b)::contains);
        int band = cosine >= VERSION ? -1 : band(cosine);
        pairs[AROUND.length]++;
        sharing[AROUND.length] += shared ? 1 : 0;
        if (band >= 0) {
          pairs[band]++;
          sharing[band] += shared ? 1 : 0;
        }
      }
    }
    double base = share(sharing, pairs, AROUND.length);
    progress.say("diversity: %,d listed papers compared".formatted(papers.size()));
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < AROUND.length; i++) {
      figures.add(
          Figure.of(
                  "one thing: pairs of cosine %s that share a rare key word".formatted(at(i)),
                  share(sharing, pairs, i),
                  "")
              .beside("all pairs", base)
              .beside("such pairs", pairs[i]));
    }
    return figures;
  }

  private static String at(int i) {
    double from = Selection.ONE_THING + AROUND[i];
    return i + 1 < AROUND.length
        ? String.format(Locale.ROOT, "%.2f–%.2f", from, Selection.ONE_THING + AROUND[i + 1])
        : String.format(Locale.ROOT, "≥ %.2f", from);
  }

  private static int band(double cosine) {
    return (int)
            IntStream.range(0, AROUND.length)
                .filter(i -> cosine >= Selection.ONE_THING + AROUND[i])
                .count()
        - 1;
  }

  private static double share(long[] some, long[] all, int i) {
    return all[i] == 0 ? 0 : (double) some[i] / all[i];
  }

  private static Set<String> keywords(DataPaper paper) {
    Set<String> words = new HashSet<>();
    paper
        .line()
        .path("keywords")
        .forEach(word -> words.add(word.asText().toLowerCase(Locale.ROOT).strip()));
    return words;
  }

  private static void keepRare(List<Set<String>> words) {
    Map<String, Integer> papers = new HashMap<>();
    words.forEach(own -> own.forEach(word -> papers.merge(word, 1, Integer::sum)));
    words.forEach(own -> own.removeIf(word -> papers.get(word) > RARE * words.size()));
  }

  private static List<Figure> digests(DataDirectory data, VectorCache vectors, Progress progress)
      throws IOException {
    Map<LocalDate, List<float[]>> days = new TreeMap<>(Comparator.reverseOrder());
    for (Path month : data.months()) {
      data.read(
          month,
          paper -> {
            byte[] vector = vectors.get(paper.text());
            if (vector != null) {
              days.computeIfAbsent(paper.day(), day -> new ArrayList<>())
                  .add(Vectors.fromBytes(vector));
            }
          });
      days.values().removeIf(papers -> papers.size() < LEAST_PAPERS);
      if (days.size() >= DAYS) {
        break;
      }
    }
    List<Map.Entry<LocalDate, List<float[]>>> measured =
        days.entrySet().stream().limit(DAYS).toList();
    if (measured.isEmpty()) {
      progress.say("diversity: digests skipped, no day has vectors of its papers");
      return List.of();
    }
    measured.forEach(
        day ->
            progress.say(
                "diversity: %s, %,d papers".formatted(day.getKey(), day.getValue().size())));
    List<Figure> figures = new ArrayList<>();
    for (double around : AROUND) {
      double threshold = Selection.ONE_THING + around;
      Outcome all = new Outcome();
      measured.forEach(day -> narrow(day.getValue(), threshold, all));
      figures.add(
          Figure.of(
                  String.format(
                      Locale.ROOT, "narrow digests with papers put off at %.2f", threshold),
                  (double) all.touched / all.digests,
                  "")
              .beside("papers put off, of twelve", (double) all.putOff / all.digests)
              .beside("papers on one thing without it, mean", (double) all.groups / all.digests)
              .beside("the most", all.largest));
    }
    return figures;
  }

  /** What happened to digests. */
  private static final class Outcome {
    private int digests;
    private int touched;
    private int putOff;
    private int groups;
    private int largest;
  }

  private static void narrow(List<float[]> papers, double threshold, Outcome all) {
    int step = Math.max(1, papers.size() / READERS_A_DAY);
    for (int reader = 0; reader < papers.size(); reader += step) {
      float[] subject = papers.get(reader);
      List<float[]> best =
          papers.stream()
              .sorted(Comparator.comparingDouble(paper -> -Vectors.dot(paper, subject)))
              .limit((long) SPARE * SHOWN + ALSO)
              .toList();
      List<float[]> shown = new ArrayList<>();
      int putOff = 0;
      for (float[] paper : best) {
        if (shown.size() == SHOWN) {
          break;
        }
        if (like(paper, shown, threshold) < ALIKE) {
          shown.add(paper);
        } else {
          putOff++;
        }
      }
      List<float[]> plain = best.subList(0, Math.min(SHOWN, best.size()));
      int largest = plain.stream().mapToInt(paper -> like(paper, plain, threshold)).max().orElse(0);
      all.digests++;
      all.touched += putOff > 0 ? 1 : 0;
      all.putOff += putOff;
      all.groups += largest;
      all.largest = Math.max(all.largest, largest);
    }
  }

  private static int like(float[] paper, List<float[]> others, double threshold) {
    return (int) others.stream().filter(o -> Vectors.dot(o, paper) >= threshold).count();
  }
}
