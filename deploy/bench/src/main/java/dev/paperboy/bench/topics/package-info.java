/** Trains the heads that tell a paper's arXiv categories, and measures them. */
package dev.paperboy.bench.topics;
