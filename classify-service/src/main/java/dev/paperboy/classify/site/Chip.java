package dev.paperboy.classify.site;

/**
 * A topic to follow.
 *
 * @param id of the topic
 * @param name as readers see it
 * @param href its papers
 * @param why the evidence for it, or null
 */
public record Chip(String id, String name, String href, String why) {}
