package dev.paperboy.classify.past;

import java.time.LocalDate;
import java.util.List;

/**
 * An announcement of a paper.
 *
 * @param day of the announcement
 * @param kind {@code new}, {@code replaced}, {@code cross}, {@code metadata} or {@code withdrawn}
 * @param version of the source; null where it counts none
 * @param changed parts that are not as they were, such as {@code title}; empty where unknown
 */
public record Change(LocalDate day, String kind, Integer version, List<String> changed) {}
