package dev.paperboy.ingest.arxiv;

import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.source.Refusal;
import java.util.List;

/**
 * An answer of arXiv's query API.
 *
 * @param papers in the answer's order; ids that arXiv doesn't have are absent
 * @param refusals entries that could not be read
 * @param total how many papers there are in all; null where it did not say
 * @param error what the API said was wrong with the question; null if nothing
 */
record ApiResponse(List<Paper> papers, List<Refusal> refusals, Integer total, String error) {}
