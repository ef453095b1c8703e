package dev.paperboy.pagekit.cite;

import dev.paperboy.pagekit.paper.Paper;

/** What several formats ask about a paper. */
final class Reference {
  private Reference() {}

  /** The DOI of the published form, else the one that the archive itself gives; null for none. */
  static String doi(Paper paper) {
    String published = paper.publishedDoi();
    if (published != null) {
      return published;
    }
    if (paper.specimen()) {
      return null;
    }
    return paper.id().archive().equals("arxiv")
        ? "10.48550/arXiv." + paper.id().local()
        : paper.id().local().startsWith("10.") ? paper.id().local() : null;
  }
}
