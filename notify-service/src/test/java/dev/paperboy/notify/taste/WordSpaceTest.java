package dev.paperboy.notify.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WordSpaceTest {
  private static WordBag bag(String text) {
    return WordBag.of("", text);
  }

  private final WordSpace window =
      WordSpace.of(
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
    assertThat(WordSpace.of(List.of()).likeness(List.of(bag("stars")), List.of(), 0.5)).isNull();
  }

  @Test
  void wordsOfMostPapersAreNoReason() {
    List<WordBag> papers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      papers.add(bag("w" + i + (i % 5 == 0 ? " common" : " v" + i)));
    }
    WordSpace space = WordSpace.of(papers);

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
    WordSpace space = WordSpace.of(texts.stream().map(WordSpaceTest::bag).toList());
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
}
