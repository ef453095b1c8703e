package dev.paperboy.bench.trend;

import dev.paperboy.bench.topics.Paper;
import dev.paperboy.classify.trend.TrendParts;

/**
 * A paper as the archive announced it, on a day whose papers could come on a list that is known.
 *
 * @param traits what trends look at, without the vector, which {@code paper} has; null where the
 *     paper is only trained on
 * @param listed whether it came on a list
 */
record Arrival(Paper paper, TrendParts.Paper traits, String field, boolean listed) {}
