package dev.paperboy.e2e;

/**
 * A command that has ended.
 *
 * @param exitCode as the shell sees it
 * @param output what it printed, errors included
 */
record Launched(int exitCode, String output) {}
