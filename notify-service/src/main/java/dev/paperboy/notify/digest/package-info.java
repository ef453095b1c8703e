/**
 * One digest a day for each reader: whose hour has come, which papers are new to them, which of
 * those fit, and the mail about it.
 */
package dev.paperboy.notify.digest;
