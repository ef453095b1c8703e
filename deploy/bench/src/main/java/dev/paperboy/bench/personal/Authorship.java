package dev.paperboy.bench.personal;

import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.classify.topic.TextFeatures;
import dev.paperboy.notify.taste.WordBag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Readers by proxy: an author is a reader, who would like to read what they then wrote. What they
 * wrote from January to April is what is known of them; all papers of May are there to choose from.
 *
 * @param candidates papers of May
 */
record Authorship(List<Text> candidates, List<Reader> readers) {
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 4, 30);
  private static final LocalDate CHOICE_UNTIL = LocalDate.of(2026, 5, 31);
  private static final int LEAST_KNOWN = 5;

  /** Of more papers a name has several bearers. */
  private static final int MOST_KNOWN = 30;

  private static final int LEAST_WRITTEN = 2;
  private static final int READERS = 200;
  private static final long SEED = 7;

  /**
   * A paper's text.
   *
   * @param features its words and pairs of words as the baselines have them
   * @param words the same as tastes have them
   */
  record Text(String id, String text, TextFeatures features, WordBag words) {
    static Text of(String id, String text) {
      return new Text(id, text, TextFeatures.of("", text, null), WordBag.of("", text));
    }
  }

  /**
   * One of them.
   *
   * @param known their papers until April, the oldest first
   * @param relevant indices of the candidates that they wrote
   */
  record Reader(List<Text> known, Set<Integer> relevant) {}

  static Authorship read(DataDirectory data) throws IOException {
    Map<String, Text> texts = new HashMap<>();
    Map<String, Set<String>> known = new TreeMap<>();
    Map<String, Set<Integer>> written = new HashMap<>();
    List<Text> candidates = new ArrayList<>();
    Set<String> chosen = new HashSet<>();
    for (Path month : data.months().reversed()) {
      List<DataPaper> papers = new ArrayList<>();
      data.read(
          month,
          paper -> {
            if (!paper.day().isBefore(FROM) && !paper.day().isAfter(CHOICE_UNTIL)) {
              papers.add(paper);
            }
          });
      papers.sort(java.util.Comparator.comparing(DataPaper::day).thenComparing(DataPaper::id));
      for (DataPaper paper : papers) {
        if (!paper.day().isAfter(UNTIL)) {
          texts.put(paper.id(), new Text(paper.id(), paper.text(), null, null));
          names(paper)
              .forEach(
                  name ->
                      known.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(paper.id()));
        } else if (chosen.add(paper.id())) {
          names(paper)
              .forEach(
                  name ->
                      written
                          .computeIfAbsent(name, each -> new HashSet<>())
                          .add(candidates.size()));
          candidates.add(Text.of(paper.id(), paper.text()));
        }
      }
    }
    return new Authorship(List.copyOf(candidates), readers(texts, known, written, candidates));
  }

  private static List<Reader> readers(
      Map<String, Text> texts,
      Map<String, Set<String>> known,
      Map<String, Set<Integer>> written,
      List<Text> candidates) {
    List<Reader> all = new ArrayList<>();
    known.forEach(
        (name, ids) -> {
          Set<Integer> relevant = new HashSet<>(written.getOrDefault(name, Set.of()));
          // Another version of what is known is no find.
          relevant.removeIf(candidate -> ids.contains(candidates.get(candidate).id()));
          if (ids.size() >= LEAST_KNOWN
              && ids.size() <= MOST_KNOWN
              && relevant.size() >= LEAST_WRITTEN) {
            all.add(new Reader(ids.stream().map(texts::get).toList(), relevant));
          }
        });
    Collections.shuffle(all, new Random(SEED));
    return all.stream()
        .limit(READERS)
        .map(
            reader ->
                new Reader(
                    reader.known().stream().map(text -> Text.of(text.id(), text.text())).toList(),
                    reader.relevant()))
        .toList();
  }

  private static List<String> names(DataPaper paper) {
    return paper.authors().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
