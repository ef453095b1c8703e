package dev.paperboy.bench.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.classify.trend.Attention;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DayVotesTest {
  private static JsonNode line() throws IOException {
    return new ObjectMapper()
        .readTree(
            """
            {"observations": [["2026-06-09T10:00:00+00:00", 29, 1, null],
                              ["2026-06-09T18:00:00+00:00", 33, 2, 70]],
             "votes_series": [["2026-06-09T10:00:00+00:00", 29], ["2026-06-10T00:30:00+00:00", 41],
                              ["2026-06-15T00:30:00+00:00", 90]]}
            """);
  }

  @Test
  void theLatestLookBeforeTheMomentCounts() throws IOException {
    assertThat(DayVotes.seen(line(), Instant.parse("2026-06-09T12:00:00Z")))
        .isEqualTo(
            new Attention(
                "hf-daily", Instant.parse("2026-06-09T10:00:00Z"), 29, 1, null, null, null));
  }

  @Test
  void votesThatWereSeenLaterStandBesideWhatWasSeenLastOfTheRest() throws IOException {
    assertThat(DayVotes.seen(line(), Instant.parse("2026-06-11T12:00:00Z")))
        .isEqualTo(
            new Attention(
                "hf-daily", Instant.parse("2026-06-10T00:30:00Z"), 41, 2, null, 70, null));
  }

  @Test
  void beforeAnybodyLookedNothingIsKnown() throws IOException {
    assertThat(DayVotes.seen(line(), Instant.parse("2026-06-09T09:59:59Z"))).isNull();
  }
}
