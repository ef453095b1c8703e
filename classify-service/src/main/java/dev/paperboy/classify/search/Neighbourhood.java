package dev.paperboy.classify.search;

import java.util.List;

/**
 * The papers around a paper, nearest first; none is in both lists.
 *
 * @param versions perhaps the same paper
 * @param similar without withdrawn ones
 */
public record Neighbourhood(List<RelatedVersion> versions, List<SimilarPaper> similar) {
  static final Neighbourhood EMPTY = new Neighbourhood(List.of(), List.of());
}
