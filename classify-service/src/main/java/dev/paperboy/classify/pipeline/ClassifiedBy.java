package dev.paperboy.classify.pipeline;

import dev.paperboy.classify.encode.Encoder;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.classify.topic.Taxonomy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a paper's tags, suggestions and vector come of: a hash of the encoder's id, the committed
 * weights, the taxonomy and the version of the code that reads them. Rows of another hash may
 * differ from what this program would make of them.
 */
@Singleton
class ClassifiedBy {
  /** To be counted up with a change of code that gives papers other tags or suggestions. */
  private static final int RULES = 2;

  private static final int HEX_DIGITS = 16;

  private final String hash;

  ClassifiedBy(Encoder encoder, Taxonomy taxonomy) {
    try (InputStream weights = CategoryModel.class.getResourceAsStream(CategoryModel.COMMITTED)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((RULES + "\n" + encoder.id() + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(weights.readAllBytes());
      digest.update(taxonomy.topics().toString().getBytes(StandardCharsets.UTF_8));
      hash = HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** In hexadecimal; the same for every replica of one version with one taxonomy. */
  String hash() {
    return hash;
  }
}
