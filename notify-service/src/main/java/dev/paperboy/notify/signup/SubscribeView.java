package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.PreviewView;

/**
 * The subscribe page.
 *
 * @param form when it was given out, signed
 * @param address as typed
 * @param addressProblem what to do about it; null where there is nothing to do
 * @param problem of the whole; null for none
 * @param preview what the filter would have sent; null where nobody asked
 */
public record SubscribeView(
    String form,
    String address,
    String addressProblem,
    String problem,
    FilterForm filter,
    PreviewView preview) {}
