/** Key phrases lifted from titles and abstracts. */
package dev.paperboy.classify.phrase;
