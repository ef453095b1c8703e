package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aShortAbstractIsItsOwnExcerpt() {
    assertThat(Excerpt.of("Short. And sweet.")).isEqualTo("Short. And sweet.");
  }

  @Test
  void endsWithASentence() {
    String first = "A sentence of words ".repeat(12).strip() + ".";
    assertThat(Excerpt.of(first + " Then a second one follows that is too long ".repeat(9)))
        .isEqualTo(first);
  }

  @Test
  void anAbbreviationEndsNoSentence() {
    String text = "word ".repeat(50) + "e.g. Newton and A. Einstein " + "word ".repeat(50);
    assertThat(Excerpt.of(text)).endsWith("word…").hasSizeLessThanOrEqualTo(Excerpt.LONGEST + 1);
  }

  @Test
  void oneEndlessWordIsCutBetweenCharacters() {
    String text = "x" + "\ud835\udd38".repeat(400);
    assertThat(Excerpt.of(text)).hasSize(Excerpt.LONGEST).endsWith("\udd38…");
  }
}
