package dev.paperboy.notify.shelf;

/**
 * A topic of a paper.
 *
 * @param topic id of the topic
 * @param name as readers see it
 * @param confidence in [0, 1]
 * @param evidence in words
 */
public record ShelfTag(String topic, String name, double confidence, String evidence) {}
