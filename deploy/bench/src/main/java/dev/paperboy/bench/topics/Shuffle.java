package dev.paperboy.bench.topics;

import java.util.Random;

/** Fisher and Yates' shuffle, in Durstenfeld's form: every order is as likely. */
final class Shuffle {
  private Shuffle() {}

  /** Brings the numbers into another order, in place. */
  static void of(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
