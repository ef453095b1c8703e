package dev.paperboy.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person who runs the launcher reads: steps as they happen, and one line of progress. */
final class Console {
  private final PrintStream out;
  private final boolean terminal;
  private boolean progressShown;

  Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Console standard() {
    return new Console(System.out, System.console() != null && System.console().isTerminal());
  }

  boolean isTerminal() {
    return terminal;
  }

  synchronized void line(String text) {
    clearProgress();
    out.println(text);
    out.flush();
  }

  /** A step that took its time. */
  void step(String what, Duration took) {
    line("  %-22s %s".formatted(what, "ready (%.1f s)".formatted(seconds(took))));
  }

  /** Progress, in place on a terminal, else a line of its own. */
  synchronized void progress(String text) {
    if (terminal) {
      // Cut at the edge, not wrapped: a wrapped line could not be taken back.
      out.print("\r\u001b[K\u001b[?7l  " + text + "\u001b[?7h");
      progressShown = true;
    } else {
      out.println("  " + text);
    }
    out.flush();
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** 12,345 */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void clearProgress() {
    if (progressShown) {
      out.print("\r\u001b[K");
      progressShown = false;
    }
  }
}
