package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.PaperId;
import dev.paperboy.notify.shelf.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditionTest {
  private static Match match(int number, Reason... reasons) {
    return new Match(
        Specimens.paper(number, "Paper", "Text.", "cs.IR"), 1, 0, 2, Arrays.asList(reasons));
  }

  private static Match followed(int number) {
    return match(number, new Reason(Reason.Kind.AUTHOR, "A. Body", 0.9));
  }

  private static Edition edition(List<Match> shown, List<Match> followed, List<Match> also) {
    return new Edition(
        Specimens.DAY,
        9,
        9,
        shown,
        followed,
        List.of(),
        also,
        null,
        List.of(new Change(PaperId.arxiv("2604.00001"), 2, 2, true, "Gone")));
  }

  /** {@code full | of followed authors | other titles | number of changes}. */
  private static String written(Edition edition) {
    return String.join(
        "|",
        numbers(edition.shown()),
        numbers(edition.followed()),
        numbers(edition.titles()),
        "" + edition.changes().size());
  }

  private static String numbers(List<Match> matches) {
    return matches.stream()
        .map(match -> match.paper().paper().id().local().substring(9))
        .collect(Collectors.joining(" "));
  }

  @Test
  void itShrinksByExtrasThenByExcerptsThenByTitles() {
    Edition edition =
        edition(List.of(match(1), followed(2), match(3)), List.of(followed(4)), List.of(match(5)));
    List<String> steps = new ArrayList<>();
    for (Edition held = edition; ; ) {
      steps.add(written(held));
      Edition smaller = held.smaller(1);
      if (smaller == held) {
        break;
      }
      held = smaller;
    }

    assertThat(steps)
        .containsExactly(
            "1 2 3|4|5|1",
            "1 2 3|4||1",
            "1 2|4|3|1",
            "1|2 4|3|1",
            "1|2 4||1",
            "1|2||1",
            "1|||1",
            "1|||0");
    assertThat(written(edition.smaller(5))).isEqualTo(steps.get(5));
  }

  @Test
  void onlyWhatWasPromisedAndIsNotInsideIsCut() {
    Edition edition =
        edition(List.of(match(1), followed(2), match(3)), List.of(followed(4)), List.of(match(5)));

    assertThat(edition.cutIn(edition)).isEmpty();
    assertThat(edition.cutIn(edition.smaller(3))).isEmpty();
    assertThat(numbers(edition.cutIn(edition.smaller(5)))).isEqualTo("3 4");
  }
}
