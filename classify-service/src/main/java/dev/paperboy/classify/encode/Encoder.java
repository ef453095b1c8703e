package dev.paperboy.classify.encode;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Turns text into a unit vector; one instance serves the whole process. */
public interface Encoder extends AutoCloseable {
  /** What made a vector: model and token limit. Vectors of different ids must never be compared. */
  String id();

  /** Dimensions of a vector. */
  int dimensions();

  /**
   * Encodes one text. The same text gives the same vector whatever else is being encoded.
   *
   * @return a unit vector of {@link #dimensions()} floats, owned by the caller
   */
  float[] encode(String text);

  /** Encodes texts on all of the encoder's threads, in order. */
  CompletableFuture<List<float[]>> encodeAll(List<String> texts);

  @Override
  void close();
}
