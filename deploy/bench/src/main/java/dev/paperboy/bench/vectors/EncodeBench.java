package dev.paperboy.bench.vectors;

import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Machine;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fills the shared vector cache from a data directory. Goes on where an earlier run ended, however
 * that ended.
 */
public final class EncodeBench implements Bench {
  private static final int CHUNK = 128;
  private static final int SAMPLED = 16;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "encode";
  }

  @Override
  public String about() {
    return "fills the shared vector cache from --data DIR; goes on where it was stopped; --only"
        + " FILE such as arxiv/2026-06, --count PAPERS";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    try (BgeSmallEncoder encoder = new BgeSmallEncoder(Runtime.getRuntime().availableProcessors());
        VectorCache cache =
            VectorCache.append(
                VectorCache.fileOf(encoder.id()), encoder.id(), encoder.dimensions())) {
      int before = cache.size();
      List<Path> files = files(data, options);
      Map<Path, Integer> missing = missing(data, files, cache);
      int all =
          Math.min(
              options.count().orElse(Integer.MAX_VALUE),
              missing.values().stream().mapToInt(Integer::intValue).sum());
      progress.say(
          String.format(Locale.ROOT, "%,d vectors are cached, %,d to encode", before, all));
      Filling filling = new Filling(encoder, cache, all, progress);
      for (Predicate<TextKey> part :
          List.<Predicate<TextKey>>of(EncodeBench::sampled, key -> true)) {
        for (Path file : files) {
          if (missing.get(file) > 0) {
            filling.fill(data, file, part);
          }
        }
      }
      return List.of(
          Figure.of("encoded now", filling.done, "abstracts"),
          Figure.of("rate", filling.rate(), "abstracts/s"),
          Figure.of("cached", cache.size(), "abstracts"),
          Figure.of("cache file", cache.bytes() / 1e6, "MB"),
          Figure.of("resident", Machine.residentMegabytes(), "MB"));
    }
  }

  /**
   * One text in {@value #SAMPLED} of all months comes first, so that heads can be trained, tuned
   * and tested on something long before all is encoded.
   */
  static boolean sampled(TextKey key) {
    return Long.remainderUnsigned(key.low(), SAMPLED) == 0;
  }

  /** All of them, or the one that was asked for. */
  private static List<Path> files(DataDirectory data, BenchOptions options) throws IOException {
    List<Path> files =
        data.files().stream()
            .filter(file -> options.only().map(data.name(file)::equals).orElse(true))
            .toList();
    if (files.isEmpty()) {
      throw new IOException("the data has no file " + options.only().orElseThrow());
    }
    return files;
  }

  /** How many texts of each file are neither cached nor in a file before it. */
  private static Map<Path, Integer> missing(DataDirectory data, List<Path> files, VectorCache cache)
      throws IOException {
    Set<TextKey> known = new HashSet<>(cache.keys());
    Map<Path, Integer> missing = new LinkedHashMap<>();
    for (Path file : files) {
      int before = known.size();
      data.read(file, paper -> known.add(TextKey.of(paper.text())));
      missing.put(file, known.size() - before);
    }
    return missing;
  }

  /** One run: what was done, how fast, and how long it will take. */
  private static final class Filling {
    private final BgeSmallEncoder encoder;
    private final VectorCache cache;
    private final int all;
    private final Progress progress;
    private final long begin = System.nanoTime();
    private long said = begin;
    private int done;

    Filling(BgeSmallEncoder encoder, VectorCache cache, int all, Progress progress) {
      this.encoder = encoder;
      this.cache = cache;
      this.all = all;
      this.progress = progress;
    }

    void fill(DataDirectory data, Path file, Predicate<TextKey> part) throws IOException {
      List<String> chunk = new ArrayList<>();
      data.read(
          file,
          paper -> {
            TextKey key = TextKey.of(paper.text());
            if (done + chunk.size() < all && part.test(key) && !cache.keys().contains(key)) {
              chunk.add(paper.text());
            }
            if (chunk.size() == CHUNK) {
              encode(chunk, data.name(file));
            }
          });
      encode(chunk, data.name(file));
      say(data.name(file) + " is done");
    }

    private void encode(List<String> chunk, String file) throws IOException {
      cache.add(chunk, encoder.encodeAll(chunk).join().stream().map(Vectors::toBytes).toList());
      done += chunk.size();
      chunk.clear();
      if (System.nanoTime() - said > BETWEEN_LINES.toNanos()) {
        say(file);
      }
    }

    private void say(String what) {
      said = System.nanoTime();
      Duration left =
          Duration.ofSeconds(Math.round(Math.max(0, all - done) / Math.max(rate(), 1e-3)));
      progress.say(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d, %.1f/s, %d h %02d min left",
              what,
              done,
              all,
              rate(),
              left.toHours(),
              left.toMinutesPart()));
    }

    double rate() {
      return done / ((System.nanoTime() - begin) / 1e9);
    }
  }
}
