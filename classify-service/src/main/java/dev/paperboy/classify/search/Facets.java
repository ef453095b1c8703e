package dev.paperboy.classify.search;

import java.util.List;

/**
 * What the papers of a whole list are about, where they come from and when.
 *
 * @param topics ids of topics, most papers first
 * @param archives of the papers' categories, most papers first
 * @param sources most papers first
 * @param months of announcement, {@code 2026-05}, latest first
 */
public record Facets(
    List<Count> topics, List<Count> archives, List<Count> sources, List<Count> months) {
  /** Values of each that are told; nobody reads more. */
  public static final int MOST = 8;

  /** Of an empty list. */
  public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

  /**
   * A value.
   *
   * @param papers of the list that have it
   */
  public record Count(String value, long papers) {}
}
