/** How well papers are ranked for one reader. */
package dev.paperboy.bench.personal;
