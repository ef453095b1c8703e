/** References to papers, in the formats that reference managers read. */
package dev.paperboy.pagekit.cite;
