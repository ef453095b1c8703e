package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.Link;
import dev.paperboy.pagekit.paper.UrlPath;
import java.util.List;

/**
 * The papers of a name. Names are all that archives give: two people of one name share a page.
 *
 * @param name as it is looked for
 * @param count how many papers it is on, in words
 * @param papers latest first
 * @param topics what all of them are about, the commonest first
 * @param feeds the same, to follow
 */
public record AuthorPage(
    String name,
    String count,
    List<PaperView> papers,
    List<Chip> topics,
    Pages pages,
    FeedLinks feeds) {
  /** The path of a name's page. */
  static String address(String name) {
    // A slash in a name would be taken for a path's.
    return "/authors/" + UrlPath.encode(name).replace("/", "%2F");
  }

  /** The query that finds them. */
  static String query(String name) {
    return "author:\"" + name.replaceAll("[\"“”„]", "") + "\"";
  }

  /** The form that mails new ones. */
  public String subscribeHref() {
    return Link.to("/subscribe").with("author", name).toString();
  }

  /** The same as a search, to be narrowed. */
  public String searchHref() {
    return Link.to("/search").with("q", query(name)).toString();
  }

  /** The path of this page. */
  public String href() {
    return address(name);
  }
}
