package dev.paperboy.notify.signup;

/**
 * The preferences page.
 *
 * @param problem of the whole; null for none
 * @param unsubscribe a link
 */
public record PreferencesView(
    String token, String address, String problem, String unsubscribe, FilterForm filter) {}
