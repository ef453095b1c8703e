package dev.paperboy.notify.digest;

import java.util.List;

/**
 * A digest as its templates show it.
 *
 * @param preheader what mail programs show behind the subject
 * @param date the day in words
 * @param counts one sentence
 * @param specimens what specimens are, where the digest holds any; null otherwise
 * @param note null for none
 * @param also titles only
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
    List<DigestPaper> also,
    String home,
    String view,
    String pause,
    String unsubscribe,
    String preferences,
    String postal) {}
