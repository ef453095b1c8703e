package dev.paperboy.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryInPlaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void whatMayPassIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    String done =
        RetryInPlace.untilDone(
                () ->
                    tries.incrementAndGet() < 3
                        ? Uni.createFrom().<String>failure(new IOException("away"))
                        : Uni.createFrom().item("done"))
            .await()
            .atMost(PATIENCE);
    assertEquals("done", done);
    assertEquals(3, tries.get());
  }

  @Test
  void whatTheDataAreToBlameForIsHandedOnAtOnce() {
    AtomicInteger tries = new AtomicInteger();
    assertThrows(
        PgException.class,
        () ->
            RetryInPlace.untilDone(
                    () -> {
                      tries.incrementAndGet();
                      return Uni.createFrom().failure(refused("22P05"));
                    })
                .await()
                .atMost(PATIENCE));
    assertEquals(1, tries.get());
  }

  @ParameterizedTest
  @CsvSource({"22P05, true", "22021, true", "23502, true", "08006, false", "57P01, false"})
  void onlyValuesAndConstraintsAreTheDatasFault(String sqlState, boolean data) {
    assertEquals(data, RetryInPlace.isDataRefused(refused(sqlState)));
  }

  @Test
  void otherFailuresAreNot() {
    assertFalse(RetryInPlace.isDataRefused(new IOException("away")));
    assertTrue(RetryInPlace.isDataRefused(refused("22000")));
  }

  private static PgException refused(String sqlState) {
    return new PgException("refused", "ERROR", sqlState, null);
  }
}
