package dev.paperboy.notify.shelf;

/**
 * Which topic a name means: a wiped broker has another cluster id, a topic that was deleted and
 * made anew another topic id. Offsets of one say nothing about another.
 */
record Incarnation(String cluster, String topicId) {}
