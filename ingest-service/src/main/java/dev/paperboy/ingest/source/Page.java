package dev.paperboy.ingest.source;

import dev.paperboy.ingest.paper.Paper;
import java.util.List;

/**
 * A stretch of a source that is announced and remembered as one.
 *
 * @param papers as read; ids may repeat, the later description counts
 * @param refusals records that could not be read
 * @param checkpoint where reading goes on behind this page
 */
public record Page(List<Paper> papers, List<Refusal> refusals, String checkpoint) {}
