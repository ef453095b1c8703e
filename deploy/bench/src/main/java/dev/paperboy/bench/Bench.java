package dev.paperboy.bench;

import java.util.List;

/** A measurement that {@code ./paperboy bench NAME} runs. */
public interface Bench {
  /** How it is called on the command line. */
  String name();

  /** What it measures, in a few words. */
  String about();

  /**
   * Measures, and leaves nothing behind.
   *
   * @throws Exception where a part of it could not run, saying which
   */
  List<Figure> run(BenchOptions options, Progress progress) throws Exception;
}
