package dev.paperboy.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that the launcher owns, and how to stop it decently. */
interface Child {
  Process process();

  /** Returns when it has ended. */
  void stop() throws Exception;

  /** A child that ends on SIGTERM, and on SIGKILL when it takes longer than {@code patience}. */
  static Child of(Process process, Duration patience) {
    return new Child() {
      @Override
      public Process process() {
        return process;
      }

      @Override
      public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
        }
      }
    };
  }
}
