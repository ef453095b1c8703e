/** Trains what is learned of attention, and measures trends beside baselines. */
package dev.paperboy.bench.trend;
