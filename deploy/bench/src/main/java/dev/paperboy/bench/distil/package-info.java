/**
 * A table with one vector for each of the tokenizer's tokens whose sums come near the encoder's
 * vectors: what a cheaper encoder for old papers would be, and how much it would lose.
 */
package dev.paperboy.bench.distil;
