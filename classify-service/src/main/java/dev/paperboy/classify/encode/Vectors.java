package dev.paperboy.classify.encode;

/** Arithmetic on vectors. */
public final class Vectors {
  private static final int BYTE_RANGE = 127;

  private Vectors() {}

  /** Scales {@code v} to length 1, in place; leaves a zero vector as it is. */
  public static float[] unit(float[] v) {
    float norm = (float) Math.sqrt(dot(v, v));
    if (norm > 0) {
      for (int i = 0; i < v.length; i++) {
        v[i] /= norm;
      }
    }
    return v;
  }

  /** The inner product; the cosine where both are unit vectors. */
  public static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  /** One signed byte per dimension, the largest at ±127; cosines are kept, lengths are not. */
  public static byte[] toBytes(float[] v) {
    float largest = 0;
    for (float x : v) {
      largest = Math.max(largest, Math.abs(x));
    }
    byte[] bytes = new byte[v.length];
    if (largest > 0) {
      for (int i = 0; i < v.length; i++) {
        bytes[i] = (byte) Math.round(v[i] / largest * BYTE_RANGE);
      }
    }
    return bytes;
  }

  /** A unit vector along {@code bytes}. */
  public static float[] fromBytes(byte[] bytes) {
    float[] v = new float[bytes.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = bytes[i];
    }
    return unit(v);
  }
}
