package dev.paperboy.classify.site;

/**
 * A run of text; templates escape it.
 *
 * @param marked whether a query asks for it
 */
public record Piece(String text, boolean marked) {}
