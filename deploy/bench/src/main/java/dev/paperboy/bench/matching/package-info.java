/** How fast a day's papers are matched with readers' filters. */
package dev.paperboy.bench.matching;
