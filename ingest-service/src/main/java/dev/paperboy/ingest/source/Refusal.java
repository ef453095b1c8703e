package dev.paperboy.ingest.source;

/**
 * A record that will not be announced.
 *
 * @param place what identifies it in its feed, the same at every reading: a paper id or a hash
 * @param reason for the operator
 */
public record Refusal(String place, String reason) {}
