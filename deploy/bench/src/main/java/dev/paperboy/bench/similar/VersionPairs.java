package dev.paperboy.bench.similar;

import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.vectors.VectorCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Real versions of papers: the abstract as a daily list had it, and as arXiv had it another day,
 * where the two differ; among papers of the same months that are none of them.
 *
 * @param listed one text of each pair
 * @param announced the other, at the same place
 * @param others papers of other ids
 */
record VersionPairs(List<Text> listed, List<Text> announced, List<Text> others) {
  private static final int OTHERS = 20_000;
  private static final long SEED = 7;

  /** A paper with its vector. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  record Text(String id, String title, String abstractText, byte[] vector) {}

  static VersionPairs read(DataDirectory data, VectorCache vectors) throws IOException {
    Map<String, DataPaper> listed = new HashMap<>();
    if (Files.isReadable(data.listed())) {
      data.read(data.listed(), paper -> listed.putIfAbsent(paper.id(), paper));
    }
    VersionPairs pairs = new VersionPairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<String> seen = new HashSet<>();
    List<Text> pool = new ArrayList<>();
    for (Path month : data.months()) {
      List<Text> ofMonth = new ArrayList<>();
      int before = pairs.listed.size();
      data.read(
          month,
          paper -> {
            DataPaper other = listed.get(paper.id());
            byte[] vector = vectors.get(paper.text());
            if (!seen.add(paper.id()) || vector == null) {
              return;
            }
            if (other == null) {
              ofMonth.add(text(paper, vector));
            } else if (!other.abstractText().equals(paper.abstractText())) {
              byte[] itsVector = vectors.get(other.text());
              if (itsVector != null) {
                pairs.listed.add(text(other, itsVector));
                pairs.announced.add(text(paper, vector));
              }
            }
          });
      if (pairs.listed.size() > before) {
        pool.addAll(ofMonth);
      }
    }
    Collections.shuffle(pool, new Random(SEED));
    pairs.others.addAll(pool.subList(0, Math.min(OTHERS, pool.size())));
    return pairs;
  }

  private static Text text(DataPaper paper, byte[] vector) {
    return new Text(paper.id(), paper.title(), paper.abstractText(), vector);
  }
}
