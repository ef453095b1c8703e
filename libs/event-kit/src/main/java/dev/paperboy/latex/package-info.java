/** TeX in papers' metadata as plain text; who stores names and who shows them must agree on it. */
package dev.paperboy.latex;
