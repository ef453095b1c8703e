package dev.paperboy.bench.topics;

import dev.paperboy.bench.Figure;
import dev.paperboy.classify.topic.CategoryTagger;
import java.util.List;

/**
 * How good suggested cross-lists are: papers with their cross-lists hidden, by how many of the
 * suggestions were among them. Where authors left one out that fits, a good suggestion counts as
 * wrong, so this is a lower bound.
 */
final class CrossLists {
  private CrossLists() {}

  /**
   * Measures.
   *
   * @param likelihoods of each label for each paper
   */
  static List<Figure> figures(double[][] likelihoods, List<Paper> papers, int labels) {
    int suggested = 0;
    int right = 0;
    int hidden = 0;
    for (int p = 0; p < likelihoods.length; p++) {
      Paper paper = papers.get(p);
      if (paper.labels().length == 0) {
        continue;
      }
      int primary = paper.labels()[0];
      hidden += paper.labels().length - 1;
      for (int l = 0; l < labels; l++) {
        if (l != primary && likelihoods[p][l] >= CategoryTagger.MISSING) {
          suggested++;
          right += paper.is(l) ? 1 : 0;
        }
      }
    }
    return List.of(
        Figure.of("hidden cross-lists: precision", (double) right / Math.max(1, suggested), ""),
        Figure.of("hidden cross-lists: recall", (double) right / Math.max(1, hidden), ""));
  }
}
