package dev.paperboy.notify.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasteTest {
  /** Half of all papers lie one way, half the other; each has a word of its own. */
  private static final List<float[]> VECTORS =
      List.of(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1}, new float[] {0, 1});

  private static final List<WordBag> WORDS =
      List.of(
          WordBag.of("", "stars"),
          WordBag.of("", "graphs"),
          WordBag.of("", "spectra"),
          WordBag.of("", "colours"));

  private final Background background = Background.of(VECTORS);
  private final WordSpace words = new WordSpace(WORDS);

  private static Known known(int paper) {
    return new Known(VECTORS.get(paper), WORDS.get(paper));
  }

  private double liking(Taste taste, int place) {
    return taste.liking(place, VECTORS.get(place), 1);
  }

  @Test
  void wordsTellApartWhatLiesInOnePlace() {
    Taste taste = Taste.learn(background, words, List.of(known(0)), List.of());

    assertThat(liking(taste, 0)).isGreaterThan(liking(taste, 1));
    assertThat(liking(taste, 1)).isGreaterThan(liking(taste, 2));
    assertThat(liking(taste, 2)).isNegative();
  }

  @Test
  void aPaperWhoseWordsAreNotKnownIsJudgedByItsVector() {
    Known bare = new Known(VECTORS.getFirst(), WordBag.EMPTY);
    Taste taste = Taste.learn(background, words, List.of(bare), List.of());

    assertThat(liking(taste, 0)).isPositive().isEqualTo(liking(taste, 1));
    assertThat(liking(taste, 2)).isNegative();
  }

  @Test
  void whatIsLikeADislikedPaperSinks() {
    Taste taste = Taste.learn(background, words, List.of(), List.of(known(2)));

    assertThat(liking(taste, 2)).isNegative().isLessThan(liking(taste, 3));
    assertThat(liking(taste, 0)).isPositive();
  }

  @Test
  void theMoreIsKnownTheMoreItCounts() {
    Taste one = Taste.learn(background, words, List.of(known(0)), List.of());
    Taste five = Taste.learn(background, words, Collections.nCopies(5, known(0)), List.of());

    assertThat(liking(five, 0) / liking(one, 0)).isBetween(2.1, 2.2);
    assertThat(liking(five, 0)).isBetween(0.1, 5 / 7.0);
  }
}
