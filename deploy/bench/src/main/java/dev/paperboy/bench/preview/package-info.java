/** Whether digests keep what previews promise, on real days. */
package dev.paperboy.bench.preview;
