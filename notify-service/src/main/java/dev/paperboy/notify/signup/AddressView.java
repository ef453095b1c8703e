package dev.paperboy.notify.signup;

/**
 * The form that asks for another address.
 *
 * @param token of the preferences
 * @param address where digests go now
 * @param typed what was typed; empty for nothing
 * @param problem with it; null for none
 */
public record AddressView(String token, String address, String typed, String problem) {}
