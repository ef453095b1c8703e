package dev.paperboy.notify.signup;

import java.util.List;

/**
 * A letter about a subscription. All words are ours: nothing that a stranger typed gets into a
 * mailbox by a form.
 *
 * @param link what the letter is for
 * @param action words on its button
 * @param ifNot what to do for who did not ask
 * @param home the site
 * @param postal the operator's postal address; null where none is configured
 */
public record LetterText(
    String subject,
    String heading,
    List<String> lines,
    String link,
    String action,
    String ifNot,
    String home,
    String postal) {}
