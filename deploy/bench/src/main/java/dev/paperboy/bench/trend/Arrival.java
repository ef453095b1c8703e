package dev.paperboy.bench.trend;

import dev.paperboy.bench.topics.Paper;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.trend.TrendParts;

/**
 * A paper as the archive announced it, on a day whose papers could come on a list that is known.
 *
 * @param traits what trends look at, without the vector, which {@code paper} has; null where the
 *     paper is only trained on
 * @param listed whether it came on a list
 */
record Arrival(Paper paper, TrendParts.Paper traits, String field, boolean listed) {
  /** The same with the vector. */
  TrendParts.Paper whole() {
    return new TrendParts.Paper(
        traits.title(),
        traits.abstractText(),
        traits.comments(),
        traits.authors(),
        traits.field(),
        traits.announced(),
        Vectors.fromBytes(paper.vector()));
  }
}
