package dev.paperboy.classify.topic;

/**
 * A topic given to a paper, as {@code papers.classified.v1} carries it.
 *
 * @param topic id of the topic
 * @param confidence in [0, 1]
 * @param evidence in words
 */
public record TopicTag(String topic, double confidence, String evidence) {}
