package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryTaggerTest {
  private static final String ENCODER = "some-encoder/8";
  private static final float[] FIRST = {1, 0};
  private static final float[] SECOND = {0, 1};

  private static CategoryTagger.Paper paper(
      String text, List<String> authors, List<String> given, float[] vector) {
    return new CategoryTagger.Paper("Untitled", text, null, authors, given, vector);
  }

  @Test
  void aMissingCrossListIsSuggestedWithItsEvidence() {
    List<CategoryTag> tags =
        new CategoryTagger(CategoryModelTest.model(), ENCODER)
            .suggest(paper("All graphs.", List.of(), List.of("cs.LG"), FIRST), true);
    assertThat(tags).hasSize(1);
    assertThat(tags.getFirst().category()).isEqualTo("math.CO");
    // 0.5 of the words' 2 and 0.5 of the vector's 3.
    assertThat(tags.getFirst().confidence()).isBetween(0.91, 0.93);
    assertThat(tags.getFirst().evidence()).isEqualTo("words «graph»; vector");
  }

  @Test
  void whatArxivGaveIsNoSuggestion() {
    assertThat(
            new CategoryTagger(CategoryModelTest.model(), ENCODER)
                .suggest(paper("All graphs.", List.of(), List.of("math.CO"), FIRST), true))
        .isEmpty();
  }

  @Test
  void authorsAreEvidenceToo() {
    CategoryTagger tagger = new CategoryTagger(CategoryModelTest.model(), ENCODER);
    List<CategoryTag> ofNobody =
        tagger.suggest(paper("Nothing.", List.of(), List.of(), SECOND), true);
    List<CategoryTag> ofAda =
        tagger.suggest(paper("Nothing.", List.of("Ada Specimen"), List.of(), SECOND), true);
    assertThat(ofNobody).extracting(CategoryTag::category).containsExactly("cs.LG");
    assertThat(ofAda.getFirst().confidence()).isGreaterThan(ofNobody.getFirst().confidence());
  }

  @Test
  void aPaperOfAnotherArchiveGetsWhatIsLikelyAtAll() {
    CategoryTagger tagger = new CategoryTagger(CategoryModelTest.model(), ENCODER);
    CategoryTagger.Paper even = paper("Nothing.", List.of(), List.of(), new float[] {.5f, 0});
    // Likelihood 0.5: above the model's threshold of 0.4, below what contradicts authors.
    assertThat(tagger.suggest(even, true)).isEmpty();
    assertThat(tagger.suggest(even, false))
        .extracting(CategoryTag::category)
        .containsExactly("math.CO");
  }

  @Test
  void vectorsOfAnotherEncoderAreNotLookedAt() {
    List<CategoryTag> tags =
        new CategoryTagger(CategoryModelTest.model(), "another/8")
            .suggest(paper("All graphs.", List.of(), List.of(), SECOND), true);
    assertThat(tags).extracting(CategoryTag::category).containsExactly("math.CO");
    assertThat(tags.getFirst().evidence()).isEqualTo("words «graph»");
  }

  /** Who wants his own words in the evidence can find some with the hash of one that speaks. */
  @Test
  void whatIsTooLongForAWordIsNoEvidence() {
    int wanted = TextFeatures.slot(null, "graph");
    String prefix = "a".repeat(40);
    String made =
        IntStream.iterate(0, n -> n + 1)
            .mapToObj(n -> prefix + Integer.toString(n, Character.MAX_RADIX))
            .filter(word -> !word.endsWith("s") && TextFeatures.slot(null, word) == wanted)
            .findFirst()
            .orElseThrow();

    List<CategoryTag> tags =
        new CategoryTagger(CategoryModelTest.model(), ENCODER)
            .suggest(paper(made, List.of(), List.of(), FIRST), true);

    assertThat(tags.getFirst().category()).isEqualTo("math.CO");
    assertThat(tags.getFirst().evidence()).isEqualTo("vector");
  }
}
