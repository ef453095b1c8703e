package dev.paperboy.classify.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An order to classify again, as far as it is.
 *
 * @param classifiedBy {@link ClassifiedBy#hash} of the program that was asked; others leave it
 *     alone
 * @param since the oldest announcement date; null for all papers
 * @param atDay announcement date of the last paper looked at; null before the first
 * @param atId that paper's id; null before the first
 * @param lookedAt papers so far
 * @param changed of them, those that came out otherwise
 * @param encoded of them, those that were encoded anew
 * @param unpublished ids of changed rows that the broker has not acknowledged
 * @param finished when nothing was left; null while it goes on
 */
record Reclassification(
    String classifiedBy,
    LocalDate since,
    LocalDate atDay,
    String atId,
    long lookedAt,
    long changed,
    long encoded,
    List<String> unpublished,
    Instant finished) {}
