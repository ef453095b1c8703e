package dev.paperboy.notify.digest;

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
record DigestLinks(
    String home,
    String view,
    String pause,
    String unsubscribe,
    String preferences,
    String search,
    String feedback) {
  /** Where to say something of the paper at a place of the digest; null where nobody asks. */
  String feedback(int rank) {
    return feedback == null ? null : feedback + rank;
  }
}
