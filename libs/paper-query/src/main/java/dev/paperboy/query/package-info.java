/** The one query language of search, filters, feeds and the API. */
package dev.paperboy.query;
