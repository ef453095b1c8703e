package dev.paperboy.classify.search;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TurnsTest {
  @Test
  void whoComesThirdToTwoTurnsWaitsForOne() throws Exception {
    Turns turns = new Turns(2);
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch third = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int i = 0; i < 2; i++) {
        threads.submit(
            () ->
                turns.await(
                    () -> {
                      running.countDown();
                      return waited(end);
                    }));
      }
      assertThat(running.await(20, SECONDS)).as("two run beside each other").isTrue();
      Future<String> late =
          threads.submit(
              () ->
                  turns.await(
                      () -> {
                        third.countDown();
                        return "done";
                      }));
      try {
        assertThat(third.await(300, MILLISECONDS)).as("a third one").isFalse();
      } finally {
        end.countDown();
      }
      assertThat(late.get(20, SECONDS)).isEqualTo("done");
    }
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      return latch.await(20, SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatFailsGivesItsTurnBack() {
    Turns turns = new Turns(1);
    assertThatThrownBy(
            () ->
                turns.await(
                    () -> {
                      throw new IllegalArgumentException("as said");
                    }))
        .hasMessage("as said");
    assertThat(turns.await(() -> "next")).isEqualTo("next");
  }
}
