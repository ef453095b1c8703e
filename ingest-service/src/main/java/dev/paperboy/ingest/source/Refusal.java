package dev.paperboy.ingest.source;

/**
 * A record that will not be announced.
 *
 * @param place what identifies it in its feed, the same at every reading: a paper id or a hash
 * @param reason for the operator
 */
public record Refusal(String place, String reason) {
  private static final int LONGEST = 300;

  /** Both come from outside: bounded, and without control characters, which no database takes. */
  public Refusal {
    place = bounded(place);
    reason = bounded(reason);
  }

  private static String bounded(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.substring(0, Math.min(LONGEST, line.length()));
  }
}
