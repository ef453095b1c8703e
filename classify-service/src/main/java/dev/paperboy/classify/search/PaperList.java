package dev.paperboy.classify.search;

import java.util.List;

/**
 * A page of a ranked list.
 *
 * @param total how many papers the whole list has
 * @param papers those of this page, best first
 */
public record PaperList(long total, List<PaperCard> papers) {}
