package dev.paperboy.classify.search;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets as much work run at once as there are processors, first come, first served. Work that never
 * waits for anything is not done sooner by sharing them among more: with sixteen at once on two,
 * what takes a tenth of a second alone would take the better part of one, and be as far from done
 * as all the rest.
 */
final class Turns {
  private final Semaphore free;

  Turns(int atOnce) {
    free = new Semaphore(atOnce, true);
  }

  /** As many as the machine has processors. */
  static Turns byProcessors() {
    return new Turns(Runtime.getRuntime().availableProcessors());
  }

  /** Does it when its turn has come. It must not take a turn itself, nor wait for the encoder. */
  <T> T await(Supplier<T> work) {
    free.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
