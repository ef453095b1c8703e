package dev.paperboy.classify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TwoStagesTest {
  private static final int AT_ONCE = 3;

  private final TwoStages stages = new TwoStages(AT_ONCE, Runnable::run);
  private final List<String> events = new ArrayList<>();

  /** A batch whose stages end when the test says so. */
  private final class Batch {
    final String name;
    final CompletableFuture<String> first = new CompletableFuture<>();
    final CompletableFuture<Void> second = new CompletableFuture<>();
    final CompletableFuture<Void> room;

    Batch(String name) {
      this.name = name;
      room =
          stages
              .begin(
                  Uni.createFrom()
                      .completionStage(
                          () -> {
                            events.add("first " + name);
                            return first;
                          }),
                  between -> {
                    events.add("second " + between);
                    return Uni.createFrom().completionStage(second);
                  },
                  failure -> {
                    events.add("failed " + name);
                    return Uni.createFrom().voidItem();
                  })
              .subscribeAsCompletionStage();
    }
  }

  @Test
  void theNextBatchIsInItsFirstStageWhileOneIsInItsSecond() {
    Batch a = new Batch("a");
    a.first.complete("a");
    Batch b = new Batch("b");

    assertThat(a.room).isDone();
    assertThat(b.room).isDone();
    assertThat(events).containsExactly("first a", "second a", "first b");
  }

  @Test
  void secondStagesComeOneAfterTheOtherInTheirOrder() {
    Batch a = new Batch("a");
    Batch b = new Batch("b");
    b.first.complete("b");
    assertThat(events).containsExactly("first a", "first b");

    a.first.complete("a");
    assertThat(events).endsWith("second a");

    a.second.complete(null);
    assertThat(events).endsWith("second a", "second b");
  }

  @Test
  void thereIsRoomForSoManyBatchesOnly() {
    Batch a = new Batch("a");
    Batch b = new Batch("b");
    Batch c = new Batch("c");
    assertThat(b.room).isDone();
    assertThat(c.room).isNotDone();

    a.first.complete("a");
    assertThat(c.room).isNotDone();
    a.second.complete(null);
    assertThat(c.room).isDone();
  }

  @Test
  void aBatchThatFailsIsToldAndHoldsNobodyUp() {
    Batch a = new Batch("a");
    Batch b = new Batch("b");
    Batch c = new Batch("c");
    b.first.complete("b");
    a.first.completeExceptionally(new IllegalStateException("no encoder"));
    assertThat(events).contains("failed a").endsWith("second b");
    assertThat(c.room).isDone();

    b.second.completeExceptionally(new IllegalStateException("no database"));
    c.first.complete("c");
    assertThat(events).endsWith("failed b", "second c");
  }
}
