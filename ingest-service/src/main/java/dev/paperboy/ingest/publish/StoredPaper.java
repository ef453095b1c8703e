package dev.paperboy.ingest.publish;

import dev.paperboy.events.PaperId;

/**
 * A paper as it was last published.
 *
 * @param seq its row version
 * @param body the event's body, JSON in UTF-8
 */
public record StoredPaper(PaperId id, long seq, byte[] body) {}
