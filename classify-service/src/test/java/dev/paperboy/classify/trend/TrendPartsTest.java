package dev.paperboy.classify.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.topic.SparseHead;
import dev.paperboy.classify.topic.TextFeatures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendPartsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final String ENCODER = "some/256";
  private static final float[] VECTOR = {1, 0};

  /** Words: «benchmark» alone counts. Vector: its first dimension. */
  private static TrendModel model(TrendModel.Weights weights, AuthorStanding standing) {
    int slot = TextFeatures.of("", "benchmark", null).slots()[0];
    return new TrendModel(
        DAY.minusDays(30),
        ENCODER,
        SparseHead.of(
            new int[] {slot}, new float[] {1}, new float[][] {{2, 3}}, new float[] {0, 0}),
        new float[] {1, 0},
        new TrendModel.Scales(1, 1, 4),
        Map.of(
            "", new TrendModel.Field(0, 0, 1, 4, 1), "cs", new TrendModel.Field(1, 1, 1.5f, 4, 1)),
        standing,
        weights);
  }

  private static TrendModel.Weights weights(float code, float venue) {
    return new TrendModel.Weights(0.4f, 0.1f, 0, 0, 0.3f, 0.2f, code, venue);
  }

  private static TrendParts.Paper paper(
      String text, String comments, List<String> authors, String field) {
    return new TrendParts.Paper("", text, comments, authors, field, DAY, VECTOR);
  }

  private static Map<String, Double> parts(TrendModel model, TrendParts.Paper paper) {
    return new TrendParts(model, ENCODER).of(paper, 0, AuthorStanding.NONE);
  }

  @Test
  void textCountsByHowFarItStandsAboveItsField() {
    TrendModel model = model(weights(0, 0), AuthorStanding.NONE);

    // 2 by the word and 1 by the vector, of 4 that count in full.
    assertThat(parts(model, paper("benchmark", null, List.of("A"), "math")).get("text"))
        .isCloseTo(0.4 * 3 / 4, within(1e-4));
    assertThat(parts(model, paper("benchmark", null, List.of("A"), "cs")).get("text"))
        .isCloseTo(0.4 * 2 / 4, within(1e-4));
    assertThat(parts(model, paper("other", null, List.of("A"), "cs"))).doesNotContainKey("text");
  }

  @Test
  void withVectorsOfAnotherEncoderWordsAloneCount() {
    TrendParts parts = new TrendParts(model(weights(0, 0), AuthorStanding.NONE), "other/512");

    assertThat(
            parts
                .of(paper("benchmark", null, List.of("A"), "math"), 0, AuthorStanding.NONE)
                .get("text"))
        .isCloseTo(0.4 * 3 / 4, within(1e-4));
    assertThat(parts.of(paper("other", null, List.of("A"), "math"), 0, AuthorStanding.NONE))
        .doesNotContainKey("text");
  }

  @Test
  void codeAndVenueAreRead() {
    TrendModel model = model(weights(0.3f, 0.2f), AuthorStanding.NONE);

    assertThat(
            parts(
                model,
                paper("See https://github.com/x/y.", "Accepted at a venue", List.of("A"), "")))
        .containsEntry("code", 0.3)
        .containsEntry("venue", 0.2);
    assertThat(parts(model, paper("No link.", "12 pages", List.of("A"), "")))
        .doesNotContainKeys("code", "venue");
  }

  @Test
  void partsAreCappedAtTheirWeight() {
    AuthorStanding famous =
        AuthorStanding.of(
            Collections.nCopies(
                50,
                new AuthorStanding.Placed(
                    DAY.minusDays(9), new long[] {AuthorRecords.hash("A")}, 1)));
    TrendModel model = model(new TrendModel.Weights(0.4f, 9, 9, 9, 0.3f, 0.2f, 0, 0), famous);
    Map<String, Double> parts =
        new TrendParts(model, ENCODER)
            .of(
                new TrendParts.Paper(
                    "",
                    "benchmark",
                    null,
                    Collections.nCopies(3000, "A"),
                    "math",
                    DAY,
                    new float[] {900, 0}),
                1e9,
                AuthorStanding.NONE);

    assertThat(parts)
        .isEqualTo(
            Map.of("text", 0.4, "authors", 0.3, "burst", TrendParts.BURST_WEIGHT, "team", 0.2));
  }

  @Test
  void namesakesInFieldsWithoutVotesCountLittle() {
    AuthorStanding.Strength known = new AuthorStanding.Strength(2, 0, 0);
    TrendModel model = model(weights(0, 0), AuthorStanding.NONE);
    TrendModel doubted =
        new TrendModel(
            model.trainedUntil(),
            model.encoder(),
            model.words(),
            model.vector(),
            model.text(),
            Map.of("", new TrendModel.Field(0, 0, 1, 4, 0.1f)),
            model.standing(),
            model.weights());

    assertThat(model.authors(known, "math")).isCloseTo(0.2, within(1e-6));
    assertThat(doubted.authors(known, "math")).isCloseTo(0.02, within(1e-6));
  }

  @Test
  void aTeamIsLargeBesideItsFieldsUsualOne() {
    assertThat(TrendParts.team(8, 1)).isEqualTo(1);
    assertThat(TrendParts.team(8, 8)).isCloseTo(Math.log(2) / Math.log(9), within(1e-9));
    assertThat(TrendParts.team(3000, 8)).isEqualTo(1);
  }

  @Test
  void partsWithoutWeightAreNotPublished() {
    assertThat(new TrendParts(model(weights(0, 0.1f), AuthorStanding.NONE), ENCODER).weights())
        .containsOnlyKeys("text", "authors", "burst", "team", "venue");
  }

  @Test
  void theModelIsReadAsItWasWritten() throws IOException {
    AuthorStanding standing =
        AuthorStanding.of(
            Collections.nCopies(
                3,
                new AuthorStanding.Placed(
                    DAY.minusDays(60), new long[] {AuthorRecords.hash("A")}, 0.75)));
    TrendModel model = model(weights(0.1f, 0), standing);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    TrendModel read = TrendModel.read(new ByteArrayInputStream(out.toByteArray()));

    TrendParts.Paper paper = paper("benchmark code is available", null, List.of("A"), "cs");
    assertThat(parts(read, paper)).isEqualTo(parts(model, paper)).containsKey("authors");
    assertThat(read.trainedUntil()).isEqualTo(model.trainedUntil());
    assertThat(read.fields()).isEqualTo(model.fields());
  }

  @Test
  void theCommittedModelIsOfTheEncoderThatIsUsed() {
    TrendModel model = TrendModel.committed();

    assertThat(model.encoder()).isEqualTo(BgeSmallEncoder.ID);
    assertThat(model.standing().size()).isGreaterThan(1000);
    assertThat(new TrendParts(model, model.encoder()).weights())
        .containsKeys("text", "authors", "burst", "team");
  }
}
