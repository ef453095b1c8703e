/** Measurements: each figure of ours beside its baselines, in one run. */
package dev.paperboy.bench;
