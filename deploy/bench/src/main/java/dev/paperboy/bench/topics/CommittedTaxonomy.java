package dev.paperboy.bench.topics;

import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The taxonomy that the program carries, encoded as classify encodes it when it starts.
 *
 * @param meanings vectors of {@link Taxonomy#topics()}, in their order
 */
public record CommittedTaxonomy(Taxonomy taxonomy, List<float[]> meanings) {
  /** Reads and encodes it; takes some seconds. */
  public static CommittedTaxonomy encoded() throws IOException {
    Taxonomy taxonomy;
    try (InputStream yaml = Taxonomy.class.getResourceAsStream("/taxonomy.yaml")) {
      taxonomy = Taxonomy.read(yaml);
    }
    try (BgeSmallEncoder encoder =
        new BgeSmallEncoder(Runtime.getRuntime().availableProcessors())) {
      return new CommittedTaxonomy(
          taxonomy,
          encoder.encodeAll(taxonomy.topics().stream().map(Topic::meaning).toList()).join());
    }
  }

  /** What tags with it. */
  public Tagger tagger() {
    return new Tagger(taxonomy.topics(), meanings);
  }
}
