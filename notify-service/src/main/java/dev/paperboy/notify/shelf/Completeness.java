package dev.paperboy.notify.shelf;

/**
 * Whether the shelf holds all that sources announced.
 *
 * @param complete true also where waiting longer makes no sense
 * @param note what readers should know of it, in words; null if nothing
 */
public record Completeness(boolean complete, String note) {}
