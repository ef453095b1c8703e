package dev.paperboy.classify.trend;

/**
 * What a paper's trend is set against as it is announced.
 *
 * @param counts papers per topic and day
 * @param learned how papers fared since the model was made
 */
public record TrendBackground(TopicCounts counts, AuthorStanding learned) {}
