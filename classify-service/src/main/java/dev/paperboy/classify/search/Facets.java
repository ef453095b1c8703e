package dev.paperboy.classify.search;

import java.util.List;

/**
 * What the papers of a whole list are about, where they come from and when.
 *
 * @param topics ids of topics, most papers first
 * @param archives of the papers' categories, most papers first
 * @param sources most papers first
 * @param months of announcement, {@code 2026-05}, latest first
 * @param atLeast whether narrowing down may find more than is counted: papers that are only about
 *     what was asked are as many as are nearest to it, among all or among the narrowed ones
 */
public record Facets(
    List<Count> topics,
    List<Count> archives,
    List<Count> sources,
    List<Count> months,
    boolean atLeast) {
  /** Values of each that are told; nobody reads more. */
  public static final int MOST = 8;

  /** Of an empty list. */
  public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), false);

  /**
   * A value.
   *
   * @param papers of the list that have it
   */
  public record Count(String value, long papers) {}
}
