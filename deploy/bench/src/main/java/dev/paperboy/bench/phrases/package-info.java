/** How well key phrases agree with keywords. */
package dev.paperboy.bench.phrases;
