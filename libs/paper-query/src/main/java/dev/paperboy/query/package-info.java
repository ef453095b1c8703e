/**
 * The one query language of search, filters, feeds and the API.
 *
 * <p>{@link dev.paperboy.query.PaperQuery} reads a query and translates it to Lucene; {@link
 * dev.paperboy.query.PaperDocument} builds the documents that it asks.
 *
 * <h2>The language</h2>
 *
 * <table>
 * <caption>What a query may say</caption>
 * <tr><td>{@code graph networks}</td><td>both words, in title or abstract, in any form ({@code
 *     network}); so does {@code graph AND networks}</td></tr>
 * <tr><td>{@code "graph networks"}</td><td>these words one after another; curly quotes do as
 *     well</td></tr>
 * <tr><td>{@code transform*}</td><td>words that begin so, after three letters at least</td></tr>
 * <tr><td>{@code -survey}, {@code NOT survey}</td><td>without; alone: everything but</td></tr>
 * <tr><td>{@code a OR b c}</td><td>{@code a}, or both {@code b} and {@code c}; parentheses group.
 *     Operators are upper case: {@code or} is a word</td></tr>
 * <tr><td>{@code title:} {@code abstract:}</td><td>words, phrases and beginnings there
 *     only</td></tr>
 * <tr><td>{@code author:"A. Lovelace"}</td><td>names of one author in order, last name in full, up
 *     to two others between; an initial and a given name find each other; {@code "Lovelace, Ada"}
 *     is the same as {@code "Ada Lovelace"}</td></tr>
 * <tr><td>{@code cat:cs.LG}, {@code cat:cs.*}, {@code cat:cs}</td><td>a category, or a whole
 *     archive</td></tr>
 * <tr><td>{@code topic:deep-sets}, {@code topic:"Deep sets"}</td><td>a topic by id or
 *     name</td></tr>
 * <tr><td>{@code source:arxiv}</td><td>where the paper was announced</td></tr>
 * <tr><td>{@code id:arxiv:2405.14906}, {@code id:2405.14906v2}</td><td>one paper, whichever its
 *     version</td></tr>
 * <tr><td>{@code since:2026-05-12}, {@code until:7d}, {@code since:4w}</td><td>announced on that
 *     day or after (before) it; {@code 7d} is seven days before today</td></tr>
 * <tr><td>{@code trend>0.8}, {@code trend>=0.8}</td><td>trend score today, see {@link
 *     dev.paperboy.events.TrendScore}</td></tr>
 * <tr><td>{@code ~"how heat spreads"}</td><td>by meaning; cannot be excluded</td></tr>
 * </table>
 *
 * <p>Except dates, trend and meaning, a field also takes a group: {@code title:(a OR "b c" -d)}.
 * Names of fields may be written in any case. A query is at most 1,000 characters, 64 terms and 20
 * parentheses deep. Punctuation that stands alone is ignored; what other languages would understand
 * ({@code ||}, {@code !a}, {@code /a.*b/}, an unknown field) is refused with a suggestion rather
 * than read as something else.
 *
 * <h2>Words</h2>
 *
 * <p>Case and diacritics do not matter. {@code pre-training}, {@code pre training} and {@code
 * pretraining} are found by the first; {@code C++}, {@code GPT-4}, {@code L^2}, {@code k-SAT} and
 * {@code $\mathcal{O}(n)$} are words. There are no stop words. A name of an author is found by
 * {@code author:} only, since so many of them are words ({@code Long}, {@code Sun}) that a filter
 * would otherwise catch or exclude.
 *
 * <h2>Scores</h2>
 *
 * <p>Words and phrases in title and abstract score by BM25, title boosted; everything else decides
 * and scores 0.
 */
package dev.paperboy.query;
