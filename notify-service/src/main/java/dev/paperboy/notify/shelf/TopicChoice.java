package dev.paperboy.notify.shelf;

/**
 * A topic to choose from.
 *
 * @param parent id of its field; null for a field itself
 */
public record TopicChoice(String id, String name, String description, String parent) {}
