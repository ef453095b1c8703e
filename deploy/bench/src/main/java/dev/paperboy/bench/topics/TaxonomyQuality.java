package dev.paperboy.bench.topics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.PhraseFinder;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.classify.topic.TopicTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The taxonomy's topics: how many papers get one, and whether it is right by the keywords of listed
 * papers. A topic is right for a paper where its name or a synonym of it stands, as whole words,
 * within one of the paper's keywords; papers whose keywords name no topic are left out.
 */
public final class TaxonomyQuality {
  private static final double[] SURER = {0.7, 0.9};

  private final Taxonomy taxonomy;
  private final List<float[]> meanings;
  private final Tagger tagger;
  private final PhraseFinder phrases;
  private final Map<String, Integer> indices = new HashMap<>();

  private TaxonomyQuality(CommittedTaxonomy committed) {
    taxonomy = committed.taxonomy();
    meanings = committed.meanings();
    tagger = committed.tagger();
    phrases = new PhraseFinder(taxonomy.topics());
    for (int t = 0; t < taxonomy.topics().size(); t++) {
      indices.put(taxonomy.topics().get(t).id(), t);
    }
  }

  /** A paper with its vector. */
  private record Encoded(DataPaper paper, float[] vector) {}

  /** A paper with the topics that its keywords name. */
  private record Named(Encoded of, Set<Integer> topics) {}

  /** Measures the taxonomy that the program carries. */
  public static List<Figure> measure(
      BenchOptions options, VectorCache vectors, String encoder, Progress progress)
      throws IOException {
    CommittedTaxonomy committed = CommittedTaxonomy.encoded();
    progress.say("the taxonomy's topics are encoded");
    TaxonomyQuality quality = new TaxonomyQuality(committed);
    DataDirectory data = new DataDirectory(options.dataDirectory());
    List<Figure> figures = new ArrayList<>(quality.coverage(data, vectors, options));
    figures.addAll(quality.againstKeywords(data, vectors, progress));
    return figures;
  }

  private List<Figure> coverage(DataDirectory data, VectorCache vectors, BenchOptions options)
      throws IOException {
    Map<String, int[]> byField = new TreeMap<>();
    for (Path month : data.months()) {
      data.read(
          month,
          paper -> {
            byte[] vector =
                paper.day().isBefore(options.testFrom()) ? null : vectors.get(paper.text());
            if (vector != null) {
              int tags = tags(new Encoded(paper, Vectors.fromBytes(vector))).size();
              String field =
                  paper.categories().isEmpty()
                      ? "none"
                      : paper.categories().getFirst().split("\\.", 2)[0];
              int[] counts = byField.computeIfAbsent(field, f -> new int[3]);
              counts[0]++;
              counts[1] += tags > 0 ? 1 : 0;
              counts[2] += tags;
            }
          });
    }
    Figure topics = Figure.of("taxonomy: topics", taxonomy.topics().size(), "topics");
    for (Topic field : taxonomy.all()) {
      if (field.parent() == null) {
        topics =
            topics.beside(
                field.name(),
                taxonomy.topics().stream().filter(t -> t.parent().equals(field.id())).count());
      }
    }
    int papers = byField.values().stream().mapToInt(c -> c[0]).sum();
    Figure covered = Figure.of("taxonomy: papers with a topic", percent(byField, 1, papers), "%");
    Figure tags =
        Figure.of(
            "taxonomy: topics a paper",
            byField.values().stream().mapToInt(c -> c[2]).sum() / (double) Math.max(1, papers),
            "");
    for (Map.Entry<String, int[]> field : byField.entrySet()) {
      int[] counts = field.getValue();
      covered = covered.beside(field.getKey(), 100.0 * counts[1] / counts[0]);
      tags = tags.beside(field.getKey(), (double) counts[2] / counts[0]);
    }
    return List.of(topics, Figure.of("taxonomy: papers tagged", papers, "papers"), covered, tags);
  }

  private static double percent(Map<String, int[]> byField, int index, int papers) {
    return 100.0 * byField.values().stream().mapToInt(c -> c[index]).sum() / Math.max(1, papers);
  }

  private List<TopicTag> tags(Encoded paper) {
    return tagger.tag(
        paper.paper().title(),
        paper.paper().abstractText(),
        paper.paper().categories(),
        paper.vector());
  }

  private Set<Integer> named(String text) {
    return phrases.find(text).stream().map(PhraseFinder.Phrase::topic).collect(Collectors.toSet());
  }

  /** Empty, said aloud, where no listed paper has keywords. */
  private List<Figure> againstKeywords(DataDirectory data, VectorCache vectors, Progress progress)
      throws IOException {
    List<Named> papers = new ArrayList<>();
    if (Files.isReadable(data.listed())) {
      data.read(
          data.listed(),
          paper -> {
            Set<Integer> topics = new HashSet<>();
            for (JsonNode keyword : paper.line().path("keywords")) {
              topics.addAll(named(keyword.asText()));
            }
            byte[] vector = topics.isEmpty() ? null : vectors.get(paper.text());
            if (vector != null) {
              papers.add(new Named(new Encoded(paper, Vectors.fromBytes(vector)), topics));
            }
          });
    }
    if (papers.isEmpty()) {
      progress.say("taxonomy: skipped, hf/papers.jsonl.gz has no papers with keywords and vectors");
      return List.of();
    }
    double[] ours = score(papers, paper -> surer(paper, Tagger.THRESHOLD));
    long each = Math.max(1, Math.round(ours[2]));
    Map<String, double[]> others = new LinkedHashMap<>();
    for (double least : SURER) {
      others.put("from %.1f on".formatted(least), score(papers, paper -> surer(paper, least)));
    }
    others.put(
        "its words stand in the text",
        score(
            papers,
            paper -> {
              Set<Integer> found = named(paper.paper().title());
              found.addAll(named(paper.paper().abstractText()));
              return found;
            }));
    others.put("the %d nearest".formatted(each), score(papers, paper -> nearest(paper, each)));
    Figure precision = Figure.of("taxonomy: precision", ours[0], "").atLeast(0.8);
    Figure recall = Figure.of("taxonomy: recall", ours[1], "").atLeast(0.6);
    for (Map.Entry<String, double[]> other : others.entrySet()) {
      precision = precision.beside(other.getKey(), other.getValue()[0]);
      recall = recall.beside(other.getKey(), other.getValue()[1]);
    }
    progress.say("the taxonomy is compared with keywords");
    return List.of(
        Figure.of("taxonomy: papers with keywords", papers.size(), "papers"), precision, recall);
  }

  private Set<Integer> surer(Encoded paper, double least) {
    return tags(paper).stream()
        .filter(tag -> tag.confidence() >= least)
        .map(tag -> indices.get(tag.topic()))
        .collect(Collectors.toSet());
  }

  private Set<Integer> nearest(Encoded paper, long count) {
    return IntStream.range(0, meanings.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                (Integer t) -> -Vectors.dot(meanings.get(t), paper.vector())))
        .limit(count)
        .collect(Collectors.toSet());
  }

  /** Precision, recall, and how many topics a paper gets. */
  private static double[] score(List<Named> papers, Function<Encoded, Set<Integer>> way) {
    int[] sums =
        papers.parallelStream()
            .map(
                named -> {
                  Set<Integer> given = way.apply(named.of());
                  int right = (int) given.stream().filter(named.topics()::contains).count();
                  return new int[] {right, given.size(), named.topics().size()};
                })
            .reduce(
                new int[3],
                (one, other) ->
                    new int[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]});
    return new double[] {
      (double) sums[0] / Math.max(1, sums[1]),
      (double) sums[0] / Math.max(1, sums[2]),
      (double) sums[1] / papers.size()
    };
  }
}
