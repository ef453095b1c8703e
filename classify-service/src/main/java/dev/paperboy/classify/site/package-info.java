/** The reading site: what is trending, and search. Works without scripts. */
package dev.paperboy.classify.site;
