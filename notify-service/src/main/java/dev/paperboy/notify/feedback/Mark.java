package dev.paperboy.notify.feedback;

import java.time.Instant;

/**
 * What a reader said of a paper.
 *
 * @param paper its id
 * @param kind null where nothing is said, or not any more
 * @param at real time
 */
public record Mark(String paper, String title, MarkKind kind, Instant at) {}
