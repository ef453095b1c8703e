package dev.paperboy.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTimesTest {
  private static final ChainTimes TIMES =
      new ChainTimes(
          1_000,
          1_500,
          Map.of("arxiv:a", 1_200L, "arxiv:b", 1_400L),
          Map.of("arxiv:a", 2_000L, "arxiv:b", 3_200L),
          Map.of("arxiv:a", 2_100L, "arxiv:b", 3_500L));

  @Test
  void ingestRunsFromTheFileToRemembered() {
    assertThat(TIMES.ingest()).isEqualTo(4.0);
  }

  @Test
  void classifyRunsFromTheFirstAnnouncedToTheLastClassified() {
    assertThat(TIMES.classify()).isEqualTo(1.0);
  }

  @Test
  void latencyRunsFromAnnouncedToShelved() {
    assertThat(TIMES.latency().percentile(50)).isEqualTo(0.9);
    assertThat(TIMES.latency().percentile(99)).isEqualTo(2.1);
  }

  @Test
  void lagRunsFromClassifiedToShelved() {
    assertThat(TIMES.shelfLag().percentile(99)).isEqualTo(0.3);
  }
}
