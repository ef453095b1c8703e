package dev.paperboy.classify.search;

/**
 * What a paper means to an encoder.
 *
 * @param encoder what made it; vectors of different encoders are never compared
 * @param int8 one signed byte per dimension; only its direction counts
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; identity would do.
public record IndexedVector(String encoder, byte[] int8) {
  /** Whether it points anywhere; what does not has no cosine. */
  boolean hasDirection() {
    for (byte b : int8) {
      if (b != 0) {
        return true;
      }
    }
    return false;
  }

  /** The index field of all vectors it may be compared with. */
  String field() {
    return "vector " + encoder + " " + int8.length;
  }
}
