/** The whole chain, from a file of papers to the shelf that digests are made from. */
package dev.paperboy.bench.chain;
