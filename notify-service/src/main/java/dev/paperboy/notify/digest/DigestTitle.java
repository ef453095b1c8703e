package dev.paperboy.notify.digest;

/**
 * A paper that a digest shows by its title alone; templates escape it.
 *
 * @param url where the archive shows it; of a specimen, where the site does
 * @param specimen whether it is made up, to be marked
 */
public record DigestTitle(String title, String url, boolean specimen) {}
