package dev.paperboy.bench.similar;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.similar.VersionPairs.Text;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.search.NearDuplicates;
import dev.paperboy.classify.search.Shingles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * «Related version?» on real version pairs: how many are recognised, and how many of the other
 * papers are taken for versions. Every pair is compared, without the index's graph before it.
 */
public final class NearDuplicateQuality {
  private static final int NAMED = 12;

  /** What is compared of a text. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  private record Read(String id, float[] vector, Shingles shingles, WordCosines.Weights words) {}

  /** Two texts' likeness in three ways. */
  private record Likeness(String one, String other, double cosine, double shared, double words) {}

  private NearDuplicateQuality() {}

  /** Empty, said aloud, where the vectors of no pair are in the cache. */
  public static List<Figure> measure(BenchOptions options, VectorCache vectors, Progress progress)
      throws IOException {
    VersionPairs pairs = VersionPairs.read(new DataDirectory(options.dataDirectory()), vectors);
    if (pairs.listed().isEmpty()) {
      progress.say(
          "near-duplicates: skipped, no version pairs with vectors; ./paperboy bench encode makes"
              + " them of arxiv/ and hf/papers.jsonl.gz");
      return List.of();
    }
    WordCosines words = new WordCosines(pairs.others());
    List<Read> listed = read(pairs.listed(), words);
    List<Read> announced = read(pairs.announced(), words);
    List<Read> others = read(pairs.others(), words);
    List<Likeness> versions =
        IntStream.range(0, listed.size())
            .mapToObj(i -> likeness(listed.get(i), announced.get(i)))
            .toList();
    double recall = share(versions, NearDuplicateQuality::related);
    double byWords = boundFor(recall, versions.stream().mapToDouble(Likeness::words).toArray());
    double byShingles = boundFor(recall, versions.stream().mapToDouble(Likeness::shared).toArray());
    double byCosine = boundFor(recall, versions.stream().mapToDouble(Likeness::cosine).toArray());
    double leastCosine = Math.min(byCosine, NearDuplicates.LEAST_COSINE);
    double leastShared = Math.min(byShingles, NearDuplicates.LEAST_SHARED);
    // The announced text is what the index would be asked with.
    List<Likeness> strangers =
        announced.parallelStream()
            .flatMap(
                one ->
                    others.stream()
                        .map(other -> likeness(one, other))
                        .filter(
                            l ->
                                l.cosine() >= leastCosine
                                    || l.shared() >= leastShared
                                    || l.words() >= byWords))
            .toList();
    progress.say("near-duplicates: all pairs are compared");
    long taken = strangers.stream().filter(NearDuplicateQuality::related).count();
    if (taken > 0) {
      progress.say(
          "near-duplicates: taken for versions, to be looked at: "
              + strangers.stream()
                  .filter(NearDuplicateQuality::related)
                  .limit(NAMED)
                  .map(l -> l.one() + "–" + l.other())
                  .collect(Collectors.joining(", ")));
    }
    return List.of(
        Figure.of("near-duplicates: version pairs", versions.size(), "pairs")
            .beside("other papers", others.size()),
        Figure.of("near-duplicates: recall", recall, "")
            .atLeast(0.98)
            .beside(
                "cosine ≥ 0.97 alone", share(versions, l -> NearDuplicates.meanTheSame(l.cosine())))
            .beside("shingles ≥ 0.15 alone", share(versions, NearDuplicateQuality::shareEnough)),
        Figure.of("near-duplicates: others taken for versions", taken, "pairs")
            .beside(
                "cosine ≥ 0.97 alone",
                count(strangers, l -> NearDuplicates.meanTheSame(l.cosine())))
            .beside("shingles ≥ 0.15 alone", count(strangers, NearDuplicateQuality::shareEnough))
            .beside("cosine at our recall", count(strangers, l -> l.cosine() >= byCosine))
            .beside("shingles at our recall", count(strangers, l -> l.shared() >= byShingles))
            .beside("TF-IDF cosine at our recall", count(strangers, l -> l.words() >= byWords)));
  }

  private static List<Read> read(List<Text> texts, WordCosines words) {
    return texts.parallelStream()
        .map(
            text ->
                new Read(
                    text.id(),
                    Vectors.fromBytes(text.vector()),
                    Shingles.of(text.title(), text.abstractText()),
                    words.weights(text)))
        .toList();
  }

  private static Likeness likeness(Read one, Read other) {
    return new Likeness(
        one.id(),
        other.id(),
        Vectors.dot(one.vector(), other.vector()),
        one.shingles().shared(other.shingles()),
        one.words().cosine(other.words()));
  }

  private static boolean related(Likeness likeness) {
    return NearDuplicates.related(likeness.cosine(), likeness.shared());
  }

  private static boolean shareEnough(Likeness likeness) {
    return likeness.shared() >= NearDuplicates.LEAST_SHARED;
  }

  private static double share(List<Likeness> of, Predicate<Likeness> recognised) {
    return (double) of.stream().filter(recognised).count() / of.size();
  }

  private static double count(List<Likeness> of, Predicate<Likeness> recognised) {
    return of.stream().filter(recognised).count();
  }

  /** The highest bound that recognises that share of the versions. */
  static double boundFor(double recall, double[] ofVersions) {
    double[] ascending = ofVersions.clone();
    Arrays.sort(ascending);
    int found = (int) Math.round(recall * ascending.length);
    return found == 0 ? Double.POSITIVE_INFINITY : ascending[ascending.length - found];
  }
}
