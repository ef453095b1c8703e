package dev.paperboy.notify.signup;

/**
 * The page that asks for a preferences link.
 *
 * @param problem with the address; null for none
 */
public record AskLinkView(String address, String problem) {}
