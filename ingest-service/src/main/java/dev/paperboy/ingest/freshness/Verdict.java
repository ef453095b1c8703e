package dev.paperboy.ingest.freshness;

/**
 * How fresh a source is.
 *
 * @param state as written in {@code sources.v1}: starting, fresh, quiet, late, partial or down
 * @param detail one sentence that a reader can be shown
 */
public record Verdict(String state, String detail) {
  /** Whether the source was read to its end, whatever it held. */
  public boolean isRead() {
    return !state.equals("starting") && !state.equals("down");
  }
}
