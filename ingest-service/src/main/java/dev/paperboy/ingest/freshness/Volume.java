package dev.paperboy.ingest.freshness;

import java.time.LocalDate;

/**
 * How many papers were announced on a date with that primary category.
 *
 * @param category empty where papers have none
 */
public record Volume(LocalDate date, String category, long papers) {}
