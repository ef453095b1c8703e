/** Papers to measure with. */
package dev.paperboy.bench.paper;
