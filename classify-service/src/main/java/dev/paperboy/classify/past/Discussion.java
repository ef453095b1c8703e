package dev.paperboy.classify.past;

import dev.paperboy.classify.trend.Attention;

/**
 * What a place last said of a paper.
 *
 * @param url where people discuss it; null where the place has no such page
 * @param repository of the paper's code, as the place has it; null for none
 */
public record Discussion(Attention attention, String url, String repository) {}
