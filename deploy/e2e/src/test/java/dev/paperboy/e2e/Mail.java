package dev.paperboy.e2e;

import java.util.Set;

/**
 * A mail as the inbox lists it.
 *
 * @param id its name in the inbox
 * @param headers the names of its headers, in lower case
 */
record Mail(String id, String subject, Set<String> headers) {}
