package dev.paperboy.bench.topics;

import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.topic.CategoryModel.Span;
import dev.paperboy.classify.topic.TextFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The papers of a data directory, split by day: to train on, to tune on, to test on. An id is in
 * the first of them that it occurs in.
 *
 * @param labels categories of at least {@value #LEAST} papers trained on, in alphabetical order
 */
record Papers(
    Span span, List<String> labels, List<Paper> train, List<Paper> tune, List<Paper> test) {
  private static final int LEAST = 40;

  /** A paper before its labels are known. */
  private record Raw(DataPaper paper, TextFeatures text, long[] authors, byte[] vector) {}

  static Papers read(BenchOptions options, VectorCache vectors) throws IOException {
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<Raw> raw = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Map<String, Integer> counts = new TreeMap<>();
    LocalDate until = options.trainUntil();
    for (Path month : data.months().reversed()) {
      data.read(
          month,
          paper -> {
            if (ids.add(paper.id())) {
              raw.add(read(paper, vectors));
              if (!paper.day().isAfter(until)) {
                paper.categories().forEach(category -> counts.merge(category, 1, Integer::sum));
              }
            }
          });
    }
    List<String> labels =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= LEAST)
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Integer> indices = new HashMap<>();
    labels.forEach(label -> indices.put(label, indices.size()));
    Papers papers =
        new Papers(
            new Span(until, options.testFrom()),
            labels,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Raw r : raw) {
      LocalDate day = r.paper().day();
      List<Paper> part =
          !day.isAfter(until)
              ? papers.train
              : day.isBefore(options.testFrom()) ? papers.tune : papers.test;
      part.add(
          new Paper(
              r.paper().id(),
              day,
              r.text(),
              r.authors(),
              r.paper().categories().stream()
                  .filter(indices::containsKey)
                  .mapToInt(indices::get)
                  .toArray(),
              r.vector()));
    }
    if (papers.train.isEmpty() || papers.tune.isEmpty() || papers.test.isEmpty()) {
      throw new IOException(
          "there must be papers until "
              + until
              + ", between, and from "
              + options.testFrom()
              + ": there are "
              + papers.train.size()
              + ", "
              + papers.tune.size()
              + " and "
              + papers.test.size());
    }
    return papers;
  }

  private static Raw read(DataPaper paper, VectorCache vectors) throws IOException {
    // The line is not kept: it is most of the memory.
    return new Raw(
        new DataPaper(paper.id(), null, null, paper.categories(), paper.day(), null),
        TextFeatures.of(paper.title(), paper.abstractText(), paper.comments()),
        paper.authors().stream().mapToLong(AuthorRecords::hash).toArray(),
        vectors.get(paper.text()));
  }

  /** Those whose vectors are in the cache. */
  static List<Paper> encoded(List<Paper> papers) {
    return papers.stream().filter(paper -> paper.vector() != null).toList();
  }
}
