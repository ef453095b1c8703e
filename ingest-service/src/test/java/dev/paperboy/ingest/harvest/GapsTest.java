package dev.paperboy.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.source.PaperSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GapsTest {
  @Test
  void namesCategoriesOfWhichTheHarvestHasLess() {
    assertThat(
            Gaps.compare(
                    new PaperSource.Listed(
                        LocalDate.parse("2026-05-12"),
                        Map.of("cs.AI", 240, "cs.CL", 110, "cs.DL", 2),
                        List.of()),
                    Map.of("cs.AI", 238L, "cs.CL", 111L),
                    List.of(PaperId.parse("arxiv:2605.00001")))
                .encode())
        .isEqualTo(
            "{\"day\":\"2026-05-12\",\"listed\":352,\"harvested\":349,\"missing\":["
                + "{\"category\":\"cs.AI\",\"listed\":240,\"harvested\":238},"
                + "{\"category\":\"cs.DL\",\"listed\":2,\"harvested\":0}],"
                + "\"listedOnly\":[\"arxiv:2605.00001\"],\"cut\":[]}");
  }
}
