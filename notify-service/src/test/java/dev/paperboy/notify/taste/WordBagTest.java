package dev.paperboy.notify.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordBagTest {
  private static long common(WordBag one, WordBag other) {
    return hashes(one).filter(hash -> hashes(other).anyMatch(its -> its == hash)).count();
  }

  private static IntStream hashes(WordBag bag) {
    return IntStream.range(0, bag.size()).map(bag::hash);
  }

  @Test
  void wordsOfTitleAndAbstractAreCounted() {
    WordBag bag = WordBag.of("Sparse nets", "Nets of nets.");

    // sparse, net, of
    assertThat(bag.size()).isEqualTo(3);
    assertThat(IntStream.range(0, bag.size()).map(bag::count).sum()).isEqualTo(5);
    assertThat(IntStream.range(0, bag.size()).map(bag::count).max()).hasValue(3);
  }

  @Test
  void spellingsOfAWordMeet() {
    assertThat(common(WordBag.of("Networks", ""), WordBag.of("", "a network"))).isEqualTo(1);
    assertThat(common(WordBag.of("deep sets", ""), WordBag.of("", "sets deep"))).isEqualTo(2);
  }

  @Test
  void whatWasKeptIsReadAgain() {
    WordBag bag = WordBag.of("A title", "An abstract, " + "again ".repeat(300));
    WordBag read = WordBag.of(bag.toBytes());

    assertThat(read.toBytes()).isEqualTo(bag.toBytes());
    assertThat(common(bag, read)).isEqualTo(bag.size());
    assertThat(IntStream.range(0, read.size()).map(read::count).max()).hasValue(127);
  }

  @Test
  void nothingAndWhatAnotherReleaseKeptIsEmpty() {
    byte[] bytes = WordBag.of("A title", "").toBytes();
    byte[] other = bytes.clone();
    other[0]++;

    assertThat(WordBag.of(new byte[0]).isEmpty()).isTrue();
    assertThat(WordBag.of(WordBag.EMPTY.toBytes()).isEmpty()).isTrue();
    assertThat(WordBag.of(other).isEmpty()).isTrue();
    assertThat(WordBag.of(Arrays.copyOf(bytes, bytes.length - 1)).isEmpty()).isTrue();
    assertThat(WordBag.of("", "  ").isEmpty()).isTrue();
  }
}
