package dev.paperboy.e2e;

/** Prints how long the steps of a test took, from one to the next. */
final class Stopwatch {
  private final String test;
  private long since = System.nanoTime();

  Stopwatch(String test) {
    this.test = test;
  }

  void lap(String step) {
    long now = System.nanoTime();
    System.out.printf("[%s] %5.1f s  %s%n", test, (now - since) / 1e9, step);
    since = now;
  }
}
