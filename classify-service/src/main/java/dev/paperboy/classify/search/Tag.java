package dev.paperboy.classify.search;

/**
 * A topic of a paper.
 *
 * @param topic id of the topic in the taxonomy
 * @param name the topic's name as readers see it
 * @param confidence calibrated to [0, 1]
 * @param evidence why, in words: matched phrases and likeness of the vector
 */
public record Tag(String topic, String name, double confidence, String evidence) {}
