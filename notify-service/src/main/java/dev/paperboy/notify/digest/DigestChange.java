package dev.paperboy.notify.digest;

/**
 * What became of a paper, in words; templates escape them.
 *
 * @param what such as «Withdrawn by its authors»
 * @param withdrawn whether it is that
 */
public record DigestChange(String what, String title, String url, boolean withdrawn) {}
