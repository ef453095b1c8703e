package dev.paperboy.notify.signup;

/**
 * The subscribe page.
 *
 * @param form when it was given out, signed
 * @param address as typed
 * @param addressProblem what to do about it; null where there is nothing to do
 * @param problem of the whole; null for none
 */
public record SubscribeView(
    String form, String address, String addressProblem, String problem, FilterForm filter) {}
