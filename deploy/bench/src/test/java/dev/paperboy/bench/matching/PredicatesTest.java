package dev.paperboy.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.digest.WindowPapers;
import dev.paperboy.query.PaperQuery;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicatesTest {
  private static final Predicates.Positions PAPER =
      Predicates.of(
          MadeUpDay.paper(1, "Sparse encoders", "They retrieve long documents. Robots grasp."));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sparse | true",
        "documents | true",
        "galaxies | false",
        "sparse documents | true",
        "sparse galaxies | false",
        "\"long documents\" | true",
        "\"documents long\" | false",
        // Words of a phrase stand in one field.
        "\"encoders they\" | false",
        "galaxies OR \"robots grasp\" | true",
        "sparse -robots | false",
        "sparse -galaxies | true",
      })
  void aPaperIsFoundByItsWords(String query, boolean found) {
    assertThat(Predicates.compile(PaperQuery.parse(query).root()).test(PAPER)).isEqualTo(found);
  }

  @Test
  void theyFindWhatTheIndexFinds() {
    RealDay day = MadeUpDay.of(60);
    WindowPapers index = new WindowPapers(day.papers(), day.topics(), MadeUpDay.DAY);
    List<Predicates.Positions> papers =
        day.papers().stream().map(paper -> Predicates.of(paper.paper())).toList();
    MadeUpReaders readers = new MadeUpReaders(day, 7);
    int hits = 0;
    for (int i = 0; i < 200; i++) {
      String line = readers.line();
      PaperQuery query = PaperQuery.parse(line);
      int[] found = index.find(query).places();
      hits += found.length;
      assertThat(found)
          .as(line)
          .isEqualTo(
              IntStream.range(0, papers.size())
                  .filter(at -> Predicates.compile(query.root()).test(papers.get(at)))
                  .toArray());
    }
    assertThat(hits).isPositive();
  }
}
