package dev.paperboy.ingest;

import dev.paperboy.ingest.source.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What a source made of an answer.
 *
 * @param accepted records that were taken
 * @param removed records that say that a paper is gone
 * @param passed records that are of no paper that Paperboy knows, and nothing wrong with them
 * @param refused records that could not be read, and why
 * @param said what the answer says as a whole; empty where it is a list like any other
 */
public record Read(int accepted, int removed, int passed, List<Refusal> refused, String said) {
  /** A list of papers. */
  public static Read list(List<?> accepted, List<Refusal> refused) {
    return new Read(accepted.size(), 0, 0, refused, "");
  }

  /** An answer that is refused as a whole, or an error that is one. */
  public static Read said(String what) {
    return new Read(0, 0, 0, List.of(), what);
  }

  /** A source's way to read. */
  @FunctionalInterface
  public interface Reader {
    Read read(InputStream body) throws IOException;
  }

  /** Records that it knows the fate of. */
  public int records() {
    return accepted + removed + passed + refused.size();
  }
}
