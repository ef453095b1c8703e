package dev.paperboy.notify.digest;

import java.util.List;

/**
 * What is left of a digest whose mail is not kept any more.
 *
 * @param heading such as {@code Your digest of Tuesday, 12 May 2026}
 * @param papers in its order
 * @param gone how many more there were, of which nothing is known any more
 * @param references where it is as BibTeX; null where it had no papers
 */
record OldDigestView(String heading, List<DigestTitle> papers, int gone, String references) {}
