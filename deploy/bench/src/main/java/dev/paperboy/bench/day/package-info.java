/** One real day, ranked and tagged, for a person to judge. */
package dev.paperboy.bench.day;
