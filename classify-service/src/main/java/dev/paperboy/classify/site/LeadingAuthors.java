package dev.paperboy.classify.site;

import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.latex.ReadableMath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Who writes most of what trends in a list of papers. */
final class LeadingAuthors {
  /** One paper may be chance, and a name on one is already in the list of papers. */
  private static final int FEWEST_PAPERS = 2;

  private LeadingAuthors() {}

  /**
   * A name.
   *
   * @param papers how many, in words
   */
  public record Leading(String name, String href, String papers) {}

  private record Sum(String name, int papers, double trend) {
    Sum plus(Sum other) {
      return new Sum(name, papers + other.papers, trend + other.trend);
    }
  }

  /** Those of several papers, by the sum of their papers' trends. */
  static List<Leading> of(List<PaperCard> papers, int most) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (PaperCard paper : papers) {
      if (paper.withdrawn()) {
        continue;
      }
      for (String author : new LinkedHashSet<>(paper.authors())) {
        String name = ReadableMath.of(author);
        sums.merge(name, new Sum(name, 1, paper.trend()), Sum::plus);
      }
    }
    List<Sum> leading = new ArrayList<>(sums.values());
    leading.removeIf(sum -> sum.papers() < FEWEST_PAPERS || sum.name().isEmpty());
    leading.sort(Comparator.comparingDouble(Sum::trend).reversed().thenComparing(Sum::name));
    return leading.stream()
        .limit(most)
        .map(
            sum ->
                new Leading(
                    sum.name(), AuthorPage.address(sum.name()), Numbers.papers(sum.papers())))
        .toList();
  }
}
