package dev.paperboy.bench.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeUpPapersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  @Test
  void sameSeedGivesTheSamePapers() {
    assertThat(new MadeUpPapers(7, "4102", DAY).lines(20))
        .isEqualTo(new MadeUpPapers(7, "4102", DAY).lines(20))
        .isNotEqualTo(new MadeUpPapers(8, "4102", DAY).lines(20));
  }

  /** Papers that ingest refuses would be waited for in vain. */
  @Test
  void idsAreSuchAsArxivGives() {
    for (String series : List.of("4101", "4102", "4201")) {
      assertThatCode(() -> PaperId.arxiv(new MadeUpPapers(7, series, DAY).paper(1).id()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void abstractsAreAsLongAsRealOnesAndAllDiffer() throws Exception {
    List<String> lines = new MadeUpPapers(7, "4102", DAY).lines(300);
    HashSet<String> abstracts = new HashSet<>();
    for (String line : lines) {
      JsonNode paper = new ObjectMapper().readTree(line);
      assertThat(paper.path("abstract").asText()).hasSizeBetween(1_150, 1_650).doesNotContain("{");
      assertThat(paper.path("update_date").asText()).isEqualTo("2026-05-12");
      abstracts.add(paper.path("abstract").asText());
    }

    assertThat(abstracts).hasSize(300);
  }
}
