package dev.paperboy.classify.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPhrasesTest {
  private static final Set<String> COMMON = Set.of("model", "result", "light", "paper");
  private static final WordRarity RARITY = word -> COMMON.contains(word) ? 1 : 5;

  @Test
  void phrasesAreLiftedAsTheyAreWrittenFromBetweenFunctionWords() {
    assertThat(
            phrases(
                "Melting of Arctic sea ice",
                "We show that the melting of Arctic sea ice depends on black carbon."))
        .containsExactly("Arctic sea ice", "black carbon", "melting");
  }

  @Test
  void spellingsOfAPhraseAreOne() {
    assertThat(phrases("Sea-ice models", "Sea ice model. A sea-ice model.")).hasSize(1);
  }

  @Test
  void whatIsPartOfABetterPhraseIsNotGivenAgain() {
    assertThat(phrases("Black carbon aerosols", "Aerosols and black carbon aerosols."))
        .containsExactly("Black carbon aerosols");
  }

  @Test
  void thereAreSixOfAtMostFourWords() {
    assertThat(
            phrases(
                "On alpha beta gamma delta epsilon zeta",
                "Red ants, blue birds, green cats, white dogs, black eels, brown frogs, grey goats."))
        .hasSize(KeyPhrases.MOST)
        .allMatch(phrase -> phrase.split(" ").length <= KeyPhrases.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\\mathcal{O}(n^2)$ and $x_{i}$",
        "\\(a+b\\)",
        "https://example.org/some/path and me@example.org",
        "3.5 of 12 in 2024",
        "We propose a novel method, which significantly outperforms existing ones.",
        "",
      })
  void whatIsNoPhraseGivesNone(String text) {
    assertThat(phrases("", text)).isEmpty();
  }

  @Test
  void hostileTextIsCutToWords() {
    assertThat(phrases("<script>alert(1)</script>", "a\"b' onclick=\\\"x\\\" {{{ \u202e evil twin"))
        .allMatch(phrase -> phrase.matches("[\\p{L}\\p{N} .+'-]+"));
  }

  private static List<String> phrases(String title, String text) {
    return KeyPhrases.of(title, text, RARITY);
  }
}
