/** Lists of papers to follow: Atom, RSS and JSON Feed. */
package dev.paperboy.pagekit.feed;
