/** The packaged stack on a scratch data directory, for benches that measure the whole. */
package dev.paperboy.bench.stack;
