package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.PaperQuery;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final String TEXT =
      "Ice is old. Nobody measured how the melting of glaciers slows, e.g. in the north."
          + " We count rain. A glacier is melting in the light of many colours.";

  private static String shown(String text, String query) {
    return Passages.of(text, PaperQuery.parse(query)).stream()
        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void theTwoSentencesThatSayMostAreShownInTheirOrder() {
    assertThat(shown(TEXT, "melting glaciers"))
        .isEqualTo(
            "Nobody measured how the [melting] of [glaciers] slows, e.g. in the north."
                + " … A [glacier] is [melting] in the light of many colours.");
  }

  @Test
  void neighboursAreShownWithoutAGap() {
    assertThat(shown(TEXT, "ice north -rain")).startsWith("[Ice] is old. Nobody measured");
  }

  @Test
  void smallWordsAreNotMarked() {
    assertThat(shown(TEXT, "the rain")).contains("We count [rain].").doesNotContain("[the]");
  }

  @Test
  void withoutItsWordsATextBeginsWhereItBegins() {
    assertThat(Passages.of(TEXT, PaperQuery.parse("cat:cs.LG")))
        .isEqualTo(List.of(new Piece(Excerpt.of(TEXT), false)));
  }

  @Test
  void longSentencesAreCutBetweenWords() {
    String text = "Rain " + "falls and ".repeat(200) + "stops.";
    String shown = shown(text, "rain");
    assertThat(shown).startsWith("[Rain] falls").endsWith("…").hasSizeLessThan(500);
  }

  @Test
  void aFirstSentenceThatFillsTheRoomIsAllThatIsShown() {
    for (int over = -40; over <= 1; over++) {
      String first =
          "Rain " + "x".repeat(Passages.LONGEST + over - "Rain  falls.".length()) + " falls.";
      assertThat(shown(first + " The rain stops after a while.", "rain"))
          .as("%d over", over)
          .startsWith("[Rain] x")
          .hasSizeLessThan(Passages.LONGEST + 20);
    }
  }
}
