package dev.paperboy.classify.pipeline;

import dev.paperboy.events.PaperId;

/**
 * A paper's row, as far as it tells whether work is needed.
 *
 * @param announcedSeq version of the announcement that it shows
 * @param textHash of what was encoded
 * @param encoder what made the vector
 * @param vector one signed byte per dimension
 */
record StoredPaper(PaperId id, long announcedSeq, String textHash, String encoder, byte[] vector) {}
