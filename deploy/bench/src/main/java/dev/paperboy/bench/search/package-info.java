/** Search on real papers: how good it is, and how fast. */
package dev.paperboy.bench.search;
