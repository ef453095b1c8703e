package dev.paperboy.ingest.paper;

import java.time.LocalDate;

/**
 * What is remembered of a paper's last announcement.
 *
 * @param paper as it was announced
 * @param origin whose description that is
 * @param seq its row version
 * @param announced announcement date of the first version
 */
public record SeenPaper(Paper paper, Origin origin, long seq, LocalDate announced) {}
