package dev.paperboy.classify.encode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionTest {
  private static BgeSmallEncoder encoder;

  @BeforeAll
  static void load() {
    encoder = new BgeSmallEncoder(1);
  }

  @AfterAll
  static void unload() {
    encoder.close();
  }

  @Test
  void onlyAFewWordsAreAQuery() {
    Description query = Description.of("robots that grasp unseen objects");
    Description sentence = Description.of("robots that learn to grasp unseen objects");

    assertThat(query.encoded())
        .isEqualTo(
            "Represent this sentence for searching relevant passages: robots that grasp unseen"
                + " objects");
    assertThat(sentence.encoded()).isEqualTo("robots that learn to grasp unseen objects");
    assertThat(query.threshold()).isLessThan(sentence.threshold());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "robot grasping|true",
        "how robots learn to pick up things that they have never seen before|true",
        "protein folding|false",
        "how proteins fold in living cells, seen by cryo-electron microscopy|false",
      })
  void aPaperIsAboutWhatItIsAbout(String text, boolean about) {
    float[] paper =
        encoder.encode(
            "Learning to grasp unseen objects with a robot arm\n"
                + "We train a policy that lets a robot pick up objects it has never seen before, by"
                + " practising grasps in simulation and transferring them to a real arm.");
    Description description = Description.of(text);

    double cosine = Vectors.dot(encoder.encode(description.encoded()), paper);

    assertThat(cosine >= description.threshold()).as("%s: %.3f", text, cosine).isEqualTo(about);
  }
}
