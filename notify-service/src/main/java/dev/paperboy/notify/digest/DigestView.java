package dev.paperboy.notify.digest;

import java.util.List;

/**
 * A digest as its templates show it.
 *
 * @param preheader what mail programs show behind the subject
 * @param date the day in words
 * @param counts one sentence, or why there are no papers
 * @param specimens what specimens are, where the digest holds any; null otherwise
 * @param note null for none
 * @param papers in full; none where there is nothing new
 * @param followed titles only, of authors whom the reader follows
 * @param also titles only, of others
 * @param changes of papers that were sent before
 * @param hint what can be done about a day without papers; null for nothing
 * @param home the site
 * @param postal the operator's postal address; null where none is configured
 */
public record DigestView(
    String subject,
    String preheader,
    String date,
    String counts,
    String specimens,
    String note,
    List<DigestPaper> papers,
    List<DigestTitle> followed,
    List<DigestTitle> also,
    List<DigestChange> changes,
    String hint,
    String home,
    String view,
    String pause,
    String unsubscribe,
    String preferences,
    String postal) {}
