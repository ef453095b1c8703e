package dev.paperboy.query;

/**
 * Where a text has what a query asks for.
 *
 * @param start offset of its first char in the text
 * @param end offset behind its last char
 * @param asked the word, phrase or beginning in the query
 */
public record Mark(int start, int end, String asked) {}
