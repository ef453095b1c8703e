package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.classify.encode.Vectors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaggerTest {
  private static final int DIMENSIONS = 60;
  private static final Topic RETRIEVAL =
      new Topic(
          "retrieval",
          "Information retrieval",
          "…",
          "computing",
          List.of("document ranking"),
          List.of("cs.IR"));
  private static final Topic KNOTS =
      new Topic(
          "knots",
          "Knot theory",
          "…",
          "mathematics",
          List.of("Jones polynomial"),
          List.of("math.GT"));
  private static final Topic GALAXIES =
      new Topic("galaxies", "Galaxies", "…", "astronomy", List.of("galaxy formation"), List.of());
  private static final Topic BRANES =
      new Topic("branes", "Branes", "…", "physics", List.of("D-brane"), List.of());

  private final Tagger tagger =
      new Tagger(
          List.of(RETRIEVAL, KNOTS, GALAXIES, BRANES), List.of(axis(0), axis(1), axis(2), axis(3)));

  @Test
  void aPhraseInTheTitleWithANearVectorIsATagWithItsEvidence() {
    List<TopicTag> tags =
        tagger.tag("Document rankings at scale", "We rank.", List.of("cs.IR"), axis(0));
    assertThat(tags).extracting(TopicTag::topic).containsExactly("retrieval");
    assertThat(tags.getFirst().evidence()).isEqualTo("matched «document ranking»; vector 1.00");
    assertThat(tags.getFirst().confidence()).isBetween(0.7, 1.0);
  }

  @Test
  void aPhraseAgainstTheVectorIsNoTag() {
    List<TopicTag> tags =
        tagger.tag("On galaxies", "Unlike knot theory, we look at stars.", List.of(), axis(2));
    assertThat(tags).extracting(TopicTag::topic).containsExactly("galaxies");
  }

  @Test
  void nothingNearIsNoTag() {
    float[] between = new float[DIMENSIONS];
    Arrays.fill(between, 1);
    Vectors.unit(between);
    assertThat(tagger.tag("Untitled", "Nothing in particular.", List.of(), between)).isEmpty();
  }

  @Test
  void hyphensCaseAndPluralsDoNotHideAPhrase() {
    List<TopicTag> tags = tagger.tag("D Branes", "d-branes again", List.of(), axis(3));
    assertThat(tags.getFirst().evidence()).startsWith("matched «D-brane»");
  }

  private static float[] axis(int i) {
    float[] v = new float[DIMENSIONS];
    v[i] = 1;
    return v;
  }
}
