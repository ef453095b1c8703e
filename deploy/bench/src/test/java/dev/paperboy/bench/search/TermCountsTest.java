package dev.paperboy.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.paperboy.bench.data.DataPaper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermCountsTest {
  private static DataPaper paper(String id, String title, String text, String authors) {
    return new DataPaper(
        id,
        title,
        text,
        List.of(),
        LocalDate.EPOCH,
        JsonNodeFactory.instance.objectNode().put("authors", authors));
  }

  @Test
  void titlesCountMostAndRepetitionsThreeTimesAtMost() {
    TermCounts counts =
        new TermCounts(
            List.of(
                paper("often", "Other things", "robots robots robots robots robots", "A. Nobody"),
                paper("title", "Robots", "Nothing of them.", "A. Nobody"),
                paper("author", "Other things", "Nothing of them.", "R. Robots"),
                paper("both", "Robots", "robots and robots", "A. Nobody"),
                paper("none", "Other things", "Nothing of them.", "A. Nobody")));

    assertThat(counts.best("ROBOTS", 10)).containsExactly("both", "title", "author", "often");
    assertThat(counts.best("robots", 1)).containsExactly("both");
    assertThat(counts.best("submarines", 10)).isEmpty();
  }
}
