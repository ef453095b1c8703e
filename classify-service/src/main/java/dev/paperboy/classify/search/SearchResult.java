package dev.paperboy.classify.search;

import dev.paperboy.query.PaperQuery;

/**
 * What the search page shows.
 *
 * @param facets of the whole list
 * @param meant the query with other spellings, which finds something; null where there is none
 */
public record SearchResult(PaperList list, Facets facets, PaperQuery meant) {}
