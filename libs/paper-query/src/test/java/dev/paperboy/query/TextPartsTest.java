package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.TextParts.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\t',
      value = {
        "Deep learning | deep learning",
        "pre-training | pre +pretraining training",
        "state-of-the-art | state +stateoftheart of the art",
        "GPT-4 | gpt +gpt4 4",
        "GPT-3.5-turbo | gpt +gpt3.5turbo 3.5 turbo",
        "k-SAT | k +ksat sat",
        "L^2 | l +l2 2",
        "$L^{2}$ | l +l2 2",
        "L² | l2",
        "C++ and C#, not c+ | c++ and c# not c",
        "$\\mathcal{O}(n)$ | o n",
        "$\\alpha$-divergence | alpha divergence",
        "Schrödinger's cat’s don't | schrodinger cat dont",
        "𝒪(𝑛) ﬁnite | o n finite",
        "Yang–Mills Yang--Mills | yang +yangmills mills yang +yangmills mills",
        "word—word | word word",
        "pre- and post-training | pre and post +posttraining training",
        "3.14. 10,000 v2.0 | 3.14 10 000 v2.0",
        "cafe\u0301 Łukasz Straße | cafe lukasz strasse",
        "&%$ -- … | ''",
      })
  void cutsWhatPapersContain(String text, String parts) {
    assertThat(TextParts.of(text))
        .extracting(part -> (part.joined() ? "+" : "") + part.text())
        .containsExactlyElementsOf(parts.equals("''") ? List.of() : List.of(parts.split(" ")));
  }

  @Test
  void knowsWhereItsPartsAre() {
    assertThat(TextParts.of("A pre-training’s"))
        .containsExactly(
            new Part("a", 0, 1, false),
            new Part("pre", 2, 5, false),
            new Part("pretraining", 2, 16, true),
            new Part("training", 6, 16, false));
  }

  @Test
  void cutsEndlessWords() {
    assertThat(TextParts.of("x".repeat(300)))
        .extracting(p -> p.text().length())
        .containsExactly(128, 128, 44);
  }
}
