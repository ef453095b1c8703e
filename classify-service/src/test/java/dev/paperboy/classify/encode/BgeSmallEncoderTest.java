package dev.paperboy.classify.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BgeSmallEncoderTest {
  private static Encoder encoder;

  @BeforeAll
  static void load() {
    encoder = new BgeSmallEncoder(2);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void vectorsAreUnitLength() {
    float[] v = encoder.encode("Sparse attention for long documents");
    assertThat(v).hasSize(384);
    assertThat(Vectors.dot(v, v)).isCloseTo(1f, within(1e-5f));
  }

  @Test
  void aTextHasTheSameVectorWhateverElseIsEncoded() {
    String text = "Sparse attention for long documents";
    float[] alone = encoder.encode(text);
    List<float[]> among =
        encoder
            .encodeAll(
                List.of("short", text, String.join(" ", Collections.nCopies(300, "long text"))))
            .join();
    assertThat(among.get(1)).isEqualTo(alone);
  }

  @Test
  void nearMeaningsAreNearer() {
    float[] query = encoder.encode("neural machine translation");
    float[] near = encoder.encode("We translate German sentences to English with a transformer.");
    float[] far = encoder.encode("We measure the mass of the Higgs boson in proton collisions.");
    assertThat(Vectors.dot(query, near)).isGreaterThan(Vectors.dot(query, far) + 0.1f);
  }

  @Test
  void textBehindTheTokenLimitIsCutOff() {
    String start = String.join(" ", Collections.nCopies(400, "graph"));
    assertThat(encoder.encode(start + " ending one")).isEqualTo(encoder.encode(start + " other"));
  }

  @Test
  void bytesKeepTheCosine() {
    float[] a = encoder.encode("Sparse attention for long documents");
    float[] b = encoder.encode("Efficient transformers");
    float[] a8 = Vectors.fromBytes(Vectors.toBytes(a));
    float[] b8 = Vectors.fromBytes(Vectors.toBytes(b));
    assertThat(Vectors.dot(a8, b8)).isCloseTo(Vectors.dot(a, b), within(5e-3f));
  }
}
