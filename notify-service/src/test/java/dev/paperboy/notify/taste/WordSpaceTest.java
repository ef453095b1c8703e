package dev.paperboy.notify.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WordSpaceTest {
  private static WordBag bag(String text) {
    return WordBag.of("", text);
  }

  private final WordSpace window =
      new WordSpace(
          List.of(
              bag("the spectra of stars"),
              bag("the spectra of graphs"),
              bag("the colours of graphs"),
              WordBag.EMPTY,
              bag("a proof")));

  @Test
  void rareWordsTellMoreThanThoseOfEveryPaper() {
    float[] likeness = window.likeness(List.of(bag("the stars")), List.of(), 0.5);

    assertThat(likeness[0]).isGreaterThan(likeness[1] + 1);
    assertThat(likeness[1])
        .isGreaterThan(window.likeness(List.of(bag("stars")), List.of(), 0.5)[1]);
  }

  @Test
  void whatHasWordsOfADislikedPaperSinks() {
    float[] likeness =
        window.likeness(List.of(bag("spectra")), List.of(bag("colours of graphs")), 0.5);

    assertThat(likeness[0]).isGreaterThan(likeness[1]);
    assertThat(likeness[1]).isGreaterThan(likeness[2]);
    assertThat(likeness[2]).isLessThan(likeness[4]);
  }

  @Test
  void unknownWordsAndNoneTellNothing() {
    assertThat(window.likeness(List.of(bag("xylophone")), List.of(), 0.5)).isNull();
    assertThat(window.likeness(List.of(), List.of(), 0.5)).isNull();
    assertThat(window.likeness(List.of(WordBag.EMPTY), List.of(), 0.5)).isNull();
    assertThat(new WordSpace(List.of()).likeness(List.of(bag("stars")), List.of(), 0.5)).isNull();
  }

  @Test
  void wordsOfMostPapersAreNoReason() {
    List<WordBag> papers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      papers.add(bag("w" + i + (i % 5 == 0 ? " common" : " v" + i)));
    }
    WordSpace space = new WordSpace(papers);

    float[] likeness = space.likeness(List.of(bag("common w7")), List.of(), 0.5);
    assertThat(likeness[7]).isGreaterThan(5);
    assertThat(likeness[10]).isCloseTo(likeness[15], Offset.offset(1e-6f)).isLessThan(0);
  }

  @Test
  void scoresAreInStandardDeviationsAndNoneIsMoreLikeAPaperThanItself() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 20; word++) {
        text.append(" w").append((int) Math.abs(random.nextGaussian() * 30));
      }
      texts.add(text.toString());
    }
    WordSpace space = new WordSpace(texts.stream().map(WordSpaceTest::bag).toList());
    float[] likeness = space.likeness(List.of(bag(texts.get(3))), List.of(), 0.5);
    double sum = 0;
    double squares = 0;
    for (float each : likeness) {
      sum += each;
      squares += each * each;
    }

    assertThat(sum / likeness.length).isCloseTo(0, Offset.offset(1e-4));
    assertThat(squares / likeness.length).isCloseTo(1, Offset.offset(1e-4));
    for (int place = 0; place < likeness.length; place++) {
      assertThat(likeness[place]).isLessThanOrEqualTo(likeness[3]);
    }
  }

  @Test
  void scoresAreThoseOfBruteForce() {
    Random random = new Random(11);
    List<Map<String, Integer>> papers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Map<String, Integer> paper = new TreeMap<>();
      for (int word = 0; word < 30; word++) {
        paper.merge("w" + (int) Math.abs(random.nextGaussian() * 300), 1, Integer::sum);
      }
      papers.add(paper);
    }
    Map<String, Integer> rare = new TreeMap<>();
    papers.forEach(paper -> paper.keySet().forEach(word -> rare.merge(word, 1, Integer::sum)));
    rare.values().removeIf(with -> with > 6);
    List<Map<String, Double>> rows = papers.stream().map(paper -> row(paper, rare)).toList();
    double[] sums = new double[rows.size()];
    for (int place = 0; place < sums.length; place++) {
      Map<String, Double> row = rows.get(place);
      double usual = rows.stream().mapToDouble(other -> dot(row, other)).average().orElseThrow();
      sums[place] =
          (dot(row, rows.get(3)) + dot(row, rows.get(8))) / 2
              - usual
              - 0.5 * (dot(row, rows.get(5)) - usual);
    }
    double mean = Arrays.stream(sums).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(sums).map(x -> (x - mean) * (x - mean)).average().orElseThrow());

    List<WordBag> bags = papers.stream().map(WordSpaceTest::bag).toList();
    float[] likeness =
        new WordSpace(bags).likeness(List.of(bags.get(3), bags.get(8)), List.of(bags.get(5)), 0.5);

    for (int place = 0; place < sums.length; place++) {
      assertThat((double) likeness[place])
          .isCloseTo((sums[place] - mean) / deviation, Offset.offset(1e-4));
    }
  }

  private static WordBag bag(Map<String, Integer> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach((word, count) -> text.repeat(word + " ", count));
    return bag(text.toString());
  }

  private static Map<String, Double> row(Map<String, Integer> paper, Map<String, Integer> rare) {
    Map<String, Double> row = new TreeMap<>();
    paper.forEach(
        (word, count) -> {
          if (rare.containsKey(word)) {
            row.put(word, (1 + Math.log(count)) * (Math.log(201.0 / (1 + rare.get(word))) + 1));
          }
        });
    double length = Math.sqrt(dot(row, row));
    row.replaceAll((word, weight) -> weight / length);
    return row;
  }

  private static double dot(Map<String, Double> one, Map<String, Double> other) {
    return one.entrySet().stream()
        .mapToDouble(word -> word.getValue() * other.getOrDefault(word.getKey(), 0.0))
        .sum();
  }
}
