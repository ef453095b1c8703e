/** How fast the reading site answers, and what it does when it is asked too much. */
package dev.paperboy.bench.http;
