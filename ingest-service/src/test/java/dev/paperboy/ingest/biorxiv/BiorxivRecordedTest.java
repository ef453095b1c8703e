package dev.paperboy.ingest.biorxiv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.ingest.Recorded;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BiorxivRecordedTest {
  @Test
  void details() throws IOException {
    Map<String, String> outcomes =
        Recorded.readAll(
            "biorxiv",
            body -> {
              Details page = DetailsParser.parse(body);
              return "%s of %d"
                  .formatted(Recorded.outcome(page.papers(), page.refusals()), page.total());
            });
    assertThat(outcomes)
        .containsExactly(
            Map.entry("biorxiv_search.json", "100 papers of 60568"),
            Map.entry("medrxiv_search.json", "100 papers of 15523"));
  }
}
