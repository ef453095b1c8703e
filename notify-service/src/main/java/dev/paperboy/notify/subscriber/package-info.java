/** Readers and what they want. */
package dev.paperboy.notify.subscriber;
