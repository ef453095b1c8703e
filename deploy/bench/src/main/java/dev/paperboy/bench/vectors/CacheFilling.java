package dev.paperboy.bench.vectors;

import dev.paperboy.bench.Progress;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Encodes what a measurement lacks and leaves it in the shared cache. */
public final class CacheFilling {
  private static final int CHUNK = 256;

  private CacheFilling() {}

  /** Afterwards the shared cache has all of these texts, whoever opens it. */
  public static void fill(List<String> texts, Progress progress) throws IOException {
    List<String> missing = new ArrayList<>();
    try (VectorCache known = VectorCache.shared()) {
      for (String text : texts.stream().distinct().toList()) {
        if (known.get(text) == null) {
          missing.add(text);
        }
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    progress.say(
        String.format(Locale.ROOT, "%,d texts are encoded first, and kept", missing.size()));
    try (BgeSmallEncoder encoder = new BgeSmallEncoder(Runtime.getRuntime().availableProcessors());
        VectorCache cache =
            VectorCache.append(
                VectorCache.fileOf(encoder.id()), encoder.id(), encoder.dimensions())) {
      for (int from = 0; from < missing.size(); from += CHUNK) {
        List<String> chunk = missing.subList(from, Math.min(from + CHUNK, missing.size()));
        cache.add(chunk, encoder.encodeAll(chunk).join().stream().map(Vectors::toBytes).toList());
        if (from / CHUNK % 10 == 9) {
          progress.say(String.format(Locale.ROOT, "%,d of %,d", from + CHUNK, missing.size()));
        }
      }
    }
  }
}
