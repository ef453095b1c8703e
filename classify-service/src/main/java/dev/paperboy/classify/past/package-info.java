/** What is known of a paper's past: its versions, and what was said of it day by day. */
package dev.paperboy.classify.past;
