package dev.paperboy.notify.taste;

/** Vectors as they are stored, one signed byte per dimension, made ones of length 1. */
public final class UnitVector {
  private UnitVector() {}

  /** Along {@code bytes}; of nothing but zeros, as it is. */
  public static float[] of(byte[] bytes) {
    double squares = 0;
    for (byte each : bytes) {
      squares += each * each;
    }
    float length = (float) Math.max(1, Math.sqrt(squares));
    float[] unit = new float[bytes.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = bytes[d] / length;
    }
    return unit;
  }
}
