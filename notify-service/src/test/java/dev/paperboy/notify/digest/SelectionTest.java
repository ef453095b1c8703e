package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.shelf.ShelvedPaper.Tag;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.subscriber.Interests;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final ReaderFilter RETRIEVAL =
      new ReaderFilter(
          null, "Search", Interests.builder().topics(List.of("retrieval")).maxPapers(1).build());
  private static final ReaderFilter ROBOTS =
      new ReaderFilter(
          null, "Arms & legs", Interests.builder().topics(List.of("robots")).maxPapers(2).build());

  private final Selection selection = new Selection(new Matcher(0.5));

  private Edition select(List<ReaderFilter> filters, Set<String> sent, TrendingPaper... papers) {
    return selection.select(
        filters, Specimens.window(papers), sent, Specimens.DAY, Likings.NONE, null);
  }

  private static List<String> numbers(List<Match> matches) {
    return matches.stream().map(match -> match.paper().paper().id().local().substring(9)).toList();
  }

  @Test
  void onePaperOfSeveralFiltersIsThereOnceForAllReasons() {
    Edition edition =
        select(
            List.of(RETRIEVAL, ROBOTS),
            Set.of(),
            Specimens.tagged(1, new Tag("retrieval", 0.6), new Tag("robots", 0.9)));

    assertThat(edition.sent()).hasSize(1);
    assertThat(edition.sent().getFirst().reasons())
        .containsExactly(
            new Reason(Reason.Kind.TOPIC, "robots", 0.9),
            new Reason(Reason.Kind.FILTER, "Arms & legs", 0),
            new Reason(Reason.Kind.TOPIC, "retrieval", 0.6),
            new Reason(Reason.Kind.FILTER, "Search", 0));
    assertThat(Why.of(edition.sent().getFirst(), Specimens.TOPICS))
        .isEqualTo(
            "For «Arms & legs», «Search». Because: Robot learning 0.90 + Information retrieval"
                + " 0.60");
  }

  @Test
  void eachFilterShowsAsManyAsItMay() {
    Edition edition =
        select(
            List.of(RETRIEVAL, ROBOTS),
            Set.of(),
            Specimens.tagged(1, new Tag("retrieval", 0.9)),
            Specimens.tagged(2, new Tag("retrieval", 0.8)),
            Specimens.tagged(3, new Tag("robots", 0.7)),
            Specimens.tagged(4, new Tag("robots", 0.6)),
            Specimens.tagged(5, new Tag("robots", 0.5)));

    assertThat(numbers(edition.shown())).containsExactly("1", "3", "4");
    assertThat(numbers(edition.also())).containsExactly("2", "5");
    assertThat(edition.papers()).isEqualTo(5);
  }

  @Test
  void allOfFollowedAuthorsIsThereHoweverMany() {
    ReaderFilter filter =
        new ReaderFilter(
            null,
            "",
            Interests.builder()
                .topics(List.of("retrieval"))
                .authors(List.of("Ada Lovelace"))
                .maxPapers(1)
                .build());
    TrendingPaper[] papers = new TrendingPaper[50];
    for (int i = 0; i < 49; i++) {
      papers[i] = Specimens.by(Specimens.tagged(i + 1), "Ada Lovelace");
    }
    papers[49] = Specimens.tagged(50, new Tag("retrieval", 0.6));

    Edition edition = select(List.of(filter), Set.of(), papers);

    assertThat(edition.shown()).hasSize(1);
    assertThat(edition.followed()).hasSize(48).allMatch(Match::isOfFollowed);
    assertThat(edition.also()).isEmpty();
    assertThat(edition.matched()).isEqualTo(50);
  }

  @Test
  void likePapersOfTwoFiltersAreNotMoreThanTwo() {
    Edition edition =
        select(
            List.of(RETRIEVAL, ROBOTS),
            Set.of(),
            Specimens.at(Specimens.tagged(1, new Tag("retrieval", 0.9)), 100, 1),
            Specimens.at(Specimens.tagged(2, new Tag("robots", 0.8)), 100, 2),
            Specimens.at(Specimens.tagged(3, new Tag("robots", 0.7)), 100, 3),
            Specimens.at(Specimens.tagged(4, new Tag("robots", 0.6)), 1, 100));

    assertThat(numbers(edition.shown())).containsExactly("1", "2", "4");
    assertThat(numbers(edition.also())).containsExactly("3");
  }

  @Test
  void whatHadNoRoomIsLookedAtAgain() {
    List<Match> cut =
        select(List.of(ROBOTS), Set.of(), Specimens.tagged(1, new Tag("robots", 0.9))).shown();
    ShelfState.Go go = new ShelfState.Go(null, Specimens.DAY.plusDays(2));

    assertThat(Selection.servedTo(List.of(), go, List.of())).isEqualTo(Specimens.DAY.plusDays(2));
    assertThat(Selection.servedTo(List.of(), go, cut)).isEqualTo(Specimens.DAY.minusDays(1));
    assertThat(Selection.servedTo(List.of(), new ShelfState.Go(null, null), cut)).isNull();
    assertThat(Selection.servedTo(List.of(Specimens.madeUp(1)), go, List.of())).isNull();
  }

  @Test
  void ofOneFilterTheNameSaysNothing() {
    Edition edition =
        select(List.of(ROBOTS), Set.of(), Specimens.tagged(1, new Tag("robots", 0.9)));

    assertThat(edition.sent().getFirst().reasons())
        .containsExactly(new Reason(Reason.Kind.TOPIC, "robots", 0.9));
  }

  @Test
  void aPaperThatSeveralFiltersFindTakesThePlaceOfEach() {
    Edition edition =
        select(
            List.of(RETRIEVAL, ROBOTS),
            Set.of(),
            Specimens.tagged(1, new Tag("retrieval", 0.9), new Tag("robots", 0.9)),
            Specimens.tagged(2, new Tag("retrieval", 0.8)),
            Specimens.tagged(3, new Tag("robots", 0.7)),
            Specimens.tagged(4, new Tag("robots", 0.6)));

    assertThat(numbers(edition.shown())).containsExactly("1", "3");
  }

  @Test
  void whatWasSentAndWhatWasWithdrawnIsNotNew() {
    Edition edition =
        select(
            List.of(RETRIEVAL),
            Set.of("arxiv:2605.00001"),
            Specimens.tagged(1, new Tag("retrieval", 0.9)),
            Specimens.withdrawn(Specimens.tagged(2, new Tag("retrieval", 0.8))),
            Specimens.tagged(3, new Tag("retrieval", 0.7)));

    assertThat(edition.papers()).isEqualTo(1);
    assertThat(numbers(edition.sent())).containsExactly("3");
  }
}
