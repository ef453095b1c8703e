package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;

/**
 * The feeds of a list.
 *
 * @param title of the list
 * @param atom address of the Atom feed
 * @param rss address of the RSS feed
 * @param json address of the JSON Feed
 * @param bib address of its references as BibTeX
 * @param ris address of its references as RIS
 */
public record FeedLinks(
    String title, String atom, String rss, String json, String bib, String ris) {
  /** Feeds at a path, such as {@code /feeds/search}, with the list's parameters. */
  static FeedLinks of(String title, String path, String... namesAndValues) {
    return new FeedLinks(
        title,
        address(path + ".atom", namesAndValues),
        address(path + ".rss", namesAndValues),
        address(path + ".json", namesAndValues),
        address(path + ".bib", namesAndValues),
        address(path + ".ris", namesAndValues));
  }

  private static String address(String path, String... namesAndValues) {
    Link link = Link.to(path);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      link.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return link.toString();
  }
}
