package dev.paperboy.classify.pipeline;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Lets the first stage of a batch run while those before it are in their second one, so that what
 * the first stage keeps busy never waits for the second. Second stages come one after the other, in
 * the order in which their batches were given.
 */
final class TwoStages {
  private final int atOnce;
  private final Executor executor;
  private final Deque<CompletableFuture<Void>> underWay = new ArrayDeque<>();

  /**
   * @param atOnce batches under way at most, at least two
   * @param executor starts second stages
   */
  TwoStages(int atOnce, Executor executor) {
    this.atOnce = atOnce;
    this.executor = executor;
  }

  /**
   * Begins a batch. Its second stage starts once the first is done and the batches before it are
   * whole or have failed.
   *
   * @return completes, and never fails, when there is room for one batch more
   */
  synchronized <T> Uni<Void> begin(
      Uni<T> first, Function<T, Uni<Void>> second, Function<Throwable, Uni<Void>> failed) {
    CompletableFuture<?> before =
        underWay.isEmpty() ? CompletableFuture.completedFuture(null) : underWay.getLast();
    CompletableFuture<Void> whole =
        first
            .subscribeAsCompletionStage()
            .thenCombine(before, (between, done) -> between)
            .thenComposeAsync(
                between -> second.apply(between).subscribeAsCompletionStage(), executor)
            .handle(
                (done, failure) ->
                    failure == null
                        ? CompletableFuture.<Void>completedFuture(null)
                        : failed.apply(failure).subscribeAsCompletionStage())
            .thenCompose(end -> end)
            .exceptionally(failure -> null);
    underWay.add(whole);
    return underWay.size() < atOnce
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().completionStage(underWay.removeFirst());
  }
}
