package dev.paperboy.notify.digest;

import dev.paperboy.notify.token.Links;
import java.util.UUID;

/**
 * Where the links of a digest lead: no further than a stranger to whom it was forwarded may go.
 *
 * @param home the site
 * @param view this digest on the web; null where it is not there
 * @param pause lets digests rest for a while; null where that is not on offer
 * @param unsubscribe ends the mails
 * @param preferences the form that mails a link to the preferences
 * @param search the site's search, to which a query is added
 * @param feedback to which a paper's place is added; null where there is none
 */
public record DigestLinks(
    String home,
    String view,
    String pause,
    String unsubscribe,
    String preferences,
    String search,
    String feedback) {
  /** Those of a reader's digest. */
  static DigestLinks of(Links links, UUID reader, int generation, UUID digest) {
    String view = links.digest(reader, generation, digest);
    return of(
        links,
        view,
        links.unsubscribe(reader, generation),
        links.feedback(reader, generation, digest));
  }

  /** Those of a digest that is not kept. */
  static DigestLinks ofTest(Links links, UUID reader, int generation) {
    return of(links, null, links.unsubscribe(reader, generation), null);
  }

  /**
   * As long as those of any digest, leading nowhere: what fits into a mail depends on their length.
   */
  static DigestLinks ofNobody(Links links) {
    UUID nobody = new UUID(0, 0);
    return of(links, nobody, 0, nobody);
  }

  private static DigestLinks of(Links links, String view, String unsubscribe, String feedback) {
    return new DigestLinks(
        links.page("/"),
        view,
        view == null ? null : view + "/pause",
        unsubscribe,
        links.page("/preferences"),
        links.page("/search?q="),
        feedback);
  }

  /** Where to say something of the paper at a place of the digest; null where nobody asks. */
  String feedback(int rank) {
    return feedback == null ? null : feedback + rank;
  }
}
