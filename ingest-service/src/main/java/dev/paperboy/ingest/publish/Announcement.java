package dev.paperboy.ingest.publish;

import dev.paperboy.ingest.paper.PaperChange;

/**
 * A change of a paper, ready to be published.
 *
 * @param change the change
 * @param body the event's body, JSON in UTF-8
 */
public record Announcement(PaperChange change, byte[] body) {}
