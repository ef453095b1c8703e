package dev.paperboy.notify.taste;

import org.apache.lucene.util.VectorUtil;

/** Vectors as they are stored, one signed byte per dimension, made ones of length 1. */
public final class UnitVector {
  private UnitVector() {}

  /** The same whole numbers. */
  public static float[] widened(byte[] bytes) {
    float[] wide = new float[bytes.length];
    for (int d = 0; d < wide.length; d++) {
      wide[d] = bytes[d];
    }
    return wide;
  }

  /** Along {@code bytes}; of nothing but zeros, as it is. */
  public static float[] of(byte[] bytes) {
    float[] unit = widened(bytes);
    float length = (float) Math.max(1, Math.sqrt(VectorUtil.dotProduct(bytes, bytes)));
    for (int d = 0; d < unit.length; d++) {
      unit[d] /= length;
    }
    return unit;
  }
}
