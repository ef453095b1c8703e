package dev.paperboy.classify.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.TrendScore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final LocalDate DAY = LocalDate.parse("2026-05-12");

  @Test
  void theScoreIsTheOnePinnedByTheContract() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(
                Path.of("src/main/resources/contracts/papers.trend/samples/scores.json").toFile());
    assertThat(cases).isNotEmpty();
    for (JsonNode c : cases) {
      Map<String, Double> parts = new HashMap<>();
      c.get("parts")
          .properties()
          .forEach(part -> parts.put(part.getKey(), part.getValue().asDouble()));
      double score =
          TrendScore.at(
              parts,
              LocalDate.parse(c.get("announced").asText()),
              LocalDate.parse(c.get("date").asText()));
      assertThat(score).as(c.toString()).isCloseTo(c.get("score").asDouble(), within(1e-6));
    }
  }

  @Test
  void aTopicTwiceAsFrequentAsBeforeIsABurst() {
    TopicCounts counts = new TopicCounts();
    for (int i = 7; i < 60; i++) {
      counts.add(DAY.minusDays(i), TopicCounts.ALL, 1000);
      counts.add(DAY.minusDays(i), "steady", 50);
      counts.add(DAY.minusDays(i), "rising", 50);
    }
    for (int i = 0; i < 7; i++) {
      counts.add(DAY.minusDays(i), TopicCounts.ALL, 1000);
      counts.add(DAY.minusDays(i), "steady", 50);
      counts.add(DAY.minusDays(i), "rising", 100);
    }
    assertThat(counts.burst("steady", DAY)).isCloseTo(0, within(0.1));
    assertThat(counts.burst("rising", DAY)).isGreaterThan(10);
  }

  @Test
  void withoutHistoryNothingIsABurst() {
    TopicCounts counts = new TopicCounts();
    counts.add(DAY, TopicCounts.ALL, 1000);
    counts.add(DAY, "only", 1000);
    assertThat(counts.burst("only", DAY)).isZero();
  }
}
