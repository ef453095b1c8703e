/** How well papers that belong together are found. */
package dev.paperboy.bench.similar;
