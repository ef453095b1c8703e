package dev.paperboy.bench;

import java.io.PrintStream;

/** What a bench is doing, for the person who waits: lines on the standard error. */
public final class Progress {
  private final PrintStream out;
  private final long begin = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** A line, after the seconds since the start. */
  public void say(String text) {
    out.printf("%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, text);
  }
}
