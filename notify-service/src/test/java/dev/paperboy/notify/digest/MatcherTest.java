package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.shelf.ShelvedPaper.Tag;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.subscriber.Interests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  private final Matcher matcher = new Matcher(0.5);

  private static Interests topics(String... ids) {
    return new Interests(List.of(ids), List.of(), List.of(), 12);
  }

  private static Interests categories(String... names) {
    return new Interests(List.of(), List.of(names), List.of(), 12);
  }

  private static Interests keywords(String... lines) {
    return new Interests(List.of(), List.of(), List.of(lines), 12);
  }

  private List<Match> match(Interests interests, TrendingPaper... papers) {
    return match(interests, Set.of(), papers);
  }

  private List<Match> match(Interests interests, Set<String> sent, TrendingPaper... papers) {
    try (WindowIndex index = new WindowIndex(List.of(papers), Specimens.TOPICS, Specimens.DAY)) {
      return matcher.match(interests, index, sent, Specimens.DAY);
    }
  }

  private static List<String> numbers(List<Match> matches) {
    return matches.stream().map(match -> match.paper().paper().id().local().substring(5)).toList();
  }

  @Test
  void anyOfTheTopicsCountsFromTheThresholdOn() {
    List<Match> matches =
        match(
            topics("retrieval", "robots"),
            Specimens.tagged(1, new Tag("retrieval", 0.5)),
            Specimens.tagged(2, new Tag("retrieval", 0.49)),
            Specimens.tagged(3, new Tag("robots", 0.9)),
            Specimens.tagged(4, new Tag("other", 0.9)));

    assertThat(numbers(matches)).containsExactly("00003", "00001");
    assertThat(matches.getFirst().reasons())
        .containsExactly(new Reason(Reason.Kind.TOPIC, "robots", 0.9));
  }

  @ParameterizedTest
  @CsvSource({
    "cs.IR,cs.IR,true",
    "cs.ir,CS.IR,true",
    "cs.IR,cs.*,true",
    "cs.IR,cs,true",
    "cs.IR,cs.I,false",
    "cs.IR,cs.LG,false",
    "csx.IR,cs.*,false",
    "astro-ph,astro-ph.*,true",
    "astro-ph.GA,astro-ph.*,true",
    "cell biology,Cell-Biology,true",
    "hep-th,hep-ph,false",
  })
  void categoriesAreWholeOrAnArchive(String given, String wanted, boolean fits) {
    assertThat(Matcher.isIn(given, wanted)).isEqualTo(fits);
  }

  @Test
  void thePrimaryCategoryCountsMore() {
    List<Match> matches =
        match(
            categories("cs.IR"),
            Specimens.paper(1, "A", "Text.", "cs.CL", "cs.IR"),
            Specimens.paper(2, "B", "Text.", "cs.IR", "cs.CL"),
            Specimens.paper(3, "C", "Text.", "cs.CL"));

    assertThat(numbers(matches)).containsExactly("00002", "00001");
  }

  @Test
  void anyLineOfKeywordsLetsAPaperIn() {
    List<Match> matches =
        match(
            keywords("\"sentence encoder\" -survey", "title:robots"),
            Specimens.paper(1, "A sentence encoder", "Text.", "cs.CL"),
            Specimens.paper(2, "A survey", "Of every sentence encoder.", "cs.CL"),
            Specimens.paper(3, "Robots", "Text.", "cs.RO"),
            Specimens.paper(4, "Else", "Text.", "cs.CL"));

    assertThat(numbers(matches)).containsExactlyInAnyOrder("00001", "00003");
  }

  @Test
  void aLineThatOnlyExcludesKeepsOutWhateverElseFits() {
    Interests interests = new Interests(List.of("retrieval"), List.of(), List.of("-survey"), 12);
    TrendingPaper survey =
        Specimens.paper(
            1, "A survey", "Text.", List.of("cs.IR"), List.of(new Tag("retrieval", 0.9)), Map.of());

    assertThat(match(interests, survey)).isEmpty();
    assertThat(match(interests, Specimens.tagged(2, new Tag("retrieval", 0.9)))).hasSize(1);
  }

  @Test
  void onlyExclusionsLeaveEverythingElse() {
    List<Match> matches =
        match(
            keywords("-survey"),
            Specimens.paper(1, "A survey", "Text.", "cs.CL"),
            Specimens.paper(2, "A paper", "Text.", "cs.CL"));

    assertThat(numbers(matches)).containsExactly("00002");
  }

  @Test
  void withoutInterestsAllPapersComeByTrend() {
    TrendingPaper hot =
        Specimens.paper(2, "Hot", "T.", List.of("cs.IR"), List.of(), Map.of("burst", 1.0));
    TrendingPaper cold = Specimens.paper(1, "Cold", "Text.", "cs.IR");

    assertThat(numbers(match(topics(), cold, hot))).containsExactly("00002", "00001");
  }

  @Test
  void furtherReasonsAndTrendLiftAPaper() {
    Interests interests =
        new Interests(List.of("retrieval"), List.of("cs.IR"), List.of("paper"), 12);
    TrendingPaper one = Specimens.tagged(1, new Tag("retrieval", 0.9));
    TrendingPaper trending =
        Specimens.paper(
            2,
            "Else",
            "Text.",
            List.of("math.CO"),
            List.of(new Tag("retrieval", 0.9)),
            Map.of("burst", 0.2));
    TrendingPaper plain =
        Specimens.paper(
            3, "Else", "Text.", List.of("math.CO"), List.of(new Tag("retrieval", 0.9)), Map.of());

    assertThat(numbers(match(interests, plain, trending, one)))
        .containsExactly("00001", "00002", "00003");
    assertThat(match(interests, one).getFirst().reasons())
        .extracting(Reason::kind)
        .containsExactly(Reason.Kind.TOPIC, Reason.Kind.KEYWORDS, Reason.Kind.CATEGORY);
  }

  @Test
  void withdrawnPapersAndThoseSentBeforeNeverFit() {
    TrendingPaper paper = Specimens.tagged(1, new Tag("retrieval", 0.9));

    assertThat(match(topics("retrieval"), Specimens.withdrawn(paper))).isEmpty();
    assertThat(match(topics("retrieval"), Set.of("arxiv:2605.00001"), paper)).isEmpty();
  }

  @Test
  void aKeptLineThatCannotBeReadAnyMoreIsTakenAsWords() {
    assertThat(match(keywords("robots ((("), Specimens.paper(1, "Robots walk", "Text.", "cs.RO")))
        .hasSize(1);
  }

  @Test
  void anEmptyWindowIsFine() {
    assertThat(match(keywords("robots"))).isEmpty();
  }
}
