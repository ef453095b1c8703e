/** What papers are compared with by meaning, and where its vectors come from. */
package dev.paperboy.notify.likeness;
