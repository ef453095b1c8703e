/** How fast, how politely and how exactly ingest reads: over OAI-PMH, and from a snapshot file. */
package dev.paperboy.bench.harvest;
