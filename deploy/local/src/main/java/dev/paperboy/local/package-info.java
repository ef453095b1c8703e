/** The launcher behind {@code ./paperboy}: everything on one machine, without Docker. */
package dev.paperboy.local;
