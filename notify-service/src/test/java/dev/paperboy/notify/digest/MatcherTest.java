package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper.Tag;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.taste.Known;
import dev.paperboy.notify.taste.WordBag;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  private static final int ALL = 1000;

  private final Matcher matcher = new Matcher(0.5);

  private static Interests topics(String... ids) {
    return Interests.builder().topics(List.of(ids)).build();
  }

  private static Interests categories(String... names) {
    return Interests.builder().categories(List.of(names)).build();
  }

  private static Interests keywords(String... lines) {
    return Interests.builder().keywords(List.of(lines)).build();
  }

  private List<Match> match(Interests interests, TrendingPaper... papers) {
    return match(interests, Set.of(), papers);
  }

  private List<Match> match(Interests interests, Set<String> sent, TrendingPaper... papers) {
    return all(
        matcher.match(interests, Specimens.window(papers), sent, Specimens.DAY, Likings.NONE));
  }

  private static List<Match> all(Ranking ranking) {
    return ranking.best(ALL).stream().map(ranking::at).toList();
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
    assertThat(match(categories(wanted), Specimens.paper(1, "A", "Text.", "math.CO", given)))
        .hasSize(fits ? 1 : 0);
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
    Interests interests =
        Interests.builder().topics(List.of("retrieval")).keywords(List.of("-survey")).build();
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
        Interests.builder()
            .topics(List.of("retrieval"))
            .categories(List.of("cs.IR"))
            .keywords(List.of("paper"))
            .build();
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

  private List<Match> compared(Interests interests, Probe probe, TrendingPaper... papers) {
    return all(
        matcher.match(
            interests,
            new WindowIndex(
                new WindowPapers(List.of(papers), Specimens.TOPICS, Specimens.DAY),
                Map.of(probe.subject(), probe)),
            Set.of(),
            Specimens.DAY,
            Likings.NONE));
  }

  private static Probe probe(String subject, int x, int y) {
    return new Probe(
        subject,
        Specimens.ENCODER,
        new byte[] {(byte) x, (byte) y},
        0.8,
        "An example",
        WordBag.EMPTY);
  }

  private static Known known(float x, float y) {
    return new Known(new float[] {x, y}, WordBag.EMPTY);
  }

  private static TrendingPaper plain(int number) {
    return Specimens.paper(number, "Paper " + number, "Text.", "math.CO");
  }

  private static TrendingPaper trending(int number, double trend, Tag... tags) {
    return Specimens.paper(
        number,
        "Paper " + number,
        "Text.",
        List.of("math.CO"),
        List.of(tags),
        Map.of("burst", trend));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A. Lovelace|Ada Lovelace|true",
        "Ada Lovelace|A. Lovelace|true",
        "Lovelace, Ada|Ada Lovelace|true",
        "Lovelace|Ada King Lovelace|true",
        "Ada Lovelace|Adam Lovelace|false",
        "Ada Lovelace|Ada Loveless|false",
        "A. Lovelace|Bea Lovelace|false",
      })
  void authorsAreFollowedAsTheQueryLanguageFindsThem(String followed, String author, boolean fits) {
    List<Match> matches =
        match(
            Interests.builder().authors(List.of(followed)).build(),
            Specimens.by(plain(1), "Specimen Author 7", author));

    assertThat(matches).hasSize(fits ? 1 : 0);
    if (fits) {
      assertThat(matches.getFirst().reasons())
          .containsExactly(new Reason(Reason.Kind.AUTHOR, followed, 0.9));
    }
  }

  @ParameterizedTest
  @CsvSource({"survey", "-survey", "title:survey OR title:review"})
  void exclusionsKeepOutWithAndWithoutTheMinus(String exclusion) {
    Interests interests =
        Interests.builder().categories(List.of("math.*")).exclusions(List.of(exclusion)).build();

    assertThat(
            numbers(match(interests, Specimens.paper(1, "A survey", "Text.", "math.CO"), plain(2))))
        .containsExactly("00002");
  }

  @Test
  void exclusionsAloneLeaveEverythingElse() {
    assertThat(
            numbers(
                match(
                    Interests.builder().exclusions(List.of("title:1")).build(),
                    plain(1),
                    plain(2))))
        .containsExactly("00002");
  }

  @Test
  void whatTrendsTooLittleStaysOut() {
    Interests interests = Interests.builder().topics(List.of("retrieval")).minTrend(0.3).build();

    assertThat(
            numbers(
                match(
                    interests,
                    trending(1, 0.29, new Tag("retrieval", 0.9)),
                    trending(2, 0.3, new Tag("retrieval", 0.6)),
                    trending(3, 0.9))))
        .containsExactly("00002");
  }

  @ParameterizedTest
  @CsvSource({"0,1 3 2", "1,1 3 2", "2,1 2 3", "3,2 3 1", "4,2 3 1"})
  void theDialGoesFromRelevanceToTrend(int dial, String order) {
    Interests interests = Interests.builder().topics(List.of("retrieval")).dial(dial).build();

    List<Match> matches =
        match(
            interests,
            trending(1, 0.1, new Tag("retrieval", 1.0)),
            trending(2, 0.5, new Tag("retrieval", 0.55)),
            trending(3, 0.3, new Tag("retrieval", 0.7)));

    assertThat(matches.stream().map(m -> m.paper().paper().id().local().substring(9)).toList())
        .containsExactly(order.split(" "));
    double d = dial / 4.0;
    assertThat(matches.getFirst().score())
        .isEqualTo(2 * ((1 - d) * matches.getFirst().relevance() + d * matches.getFirst().trend()));
  }

  @Test
  void descriptionsFindByCosineFromTheirThresholdOn() {
    Interests interests = Interests.builder().about(List.of("how robots grasp")).build();

    List<Match> matches =
        compared(
            interests,
            probe("how robots grasp", 127, 0),
            Specimens.at(plain(1), 80, 60),
            Specimens.at(plain(2), 79, 61),
            Specimens.at(plain(3), 12, 0),
            plain(4));

    assertThat(numbers(matches)).containsExactly("00003", "00001");
    assertThat(matches.getFirst().reasons())
        .containsExactly(new Reason(Reason.Kind.ABOUT, "how robots grasp", 1));
    assertThat(matches.getLast().reasons().getFirst().weight()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void examplesFindTheirLikeAndNotThemselves() {
    Interests interests = Interests.builder().examples(List.of("arxiv:2605.00001")).build();

    List<Match> matches =
        compared(
            interests,
            probe("arxiv:2605.00001", 100, 0),
            Specimens.at(plain(1), 100, 0),
            Specimens.at(plain(2), 90, 20),
            Specimens.at(plain(3), 0, 90));

    assertThat(numbers(matches)).containsExactly("00002");
    assertThat(matches.getFirst().reasons().getFirst().kind()).isEqualTo(Reason.Kind.EXAMPLE);
  }

  @Test
  void vectorsOfAnotherEncoderAreNotCompared() {
    Probe other =
        new Probe("robots grasp", "other/2", new byte[] {100, 0}, 0.8, null, WordBag.EMPTY);

    assertThat(
            compared(
                Interests.builder().about(List.of("robots grasp")).build(),
                other,
                Specimens.at(plain(1), 100, 0)))
        .isEmpty();
  }

  @Test
  void aDescriptionWithoutAVectorLetsNothingInAndTheRestGoesOn() {
    Interests interests =
        Interests.builder()
            .about(List.of("how robots grasp"))
            .keywords(List.of("~\"how robots walk\"", "title:2"))
            .build();

    assertThat(numbers(match(interests, Specimens.at(plain(1), 1, 1), plain(2))))
        .containsExactly("00002");
  }

  @Test
  void meaningInALineOfKeywordsIsComparedTheSameWay() {
    Interests interests =
        Interests.builder().keywords(List.of("~\"how robots walk\" cat:math.*")).build();

    assertThat(
            numbers(
                compared(
                    interests,
                    probe("how robots walk", 0, 100),
                    Specimens.at(plain(1), 0, 100),
                    Specimens.at(plain(2), 100, 0),
                    Specimens.at(Specimens.paper(3, "P", "T.", "cs.RO"), 0, 100))))
        .containsExactly("00001");
  }

  @Test
  void tasteMovesPapersAndLetsNoneIn() {
    TrendingPaper[] papers = {
      Specimens.at(Specimens.tagged(1, new Tag("retrieval", 0.6)), 0, 100),
      Specimens.at(Specimens.tagged(2, new Tag("retrieval", 0.6)), 100, 0),
      Specimens.at(Specimens.tagged(3), 100, 0),
    };
    Likings likings = new Likings(Collections.nCopies(9, known(1, 0)), List.of(known(0, 1)));
    List<Match> matches =
        all(
            matcher.match(
                topics("retrieval"), Specimens.window(papers), Set.of(), Specimens.DAY, likings));

    assertThat(numbers(matches)).containsExactly("00002", "00001");
    assertThat(matches.getFirst().relevance()).isGreaterThan(0.6);
    assertThat(matches.getFirst().reasons())
        .extracting(Reason::kind)
        .containsExactly(Reason.Kind.TOPIC, Reason.Kind.TASTE);
    assertThat(Why.of(matches.getFirst(), Specimens.TOPICS))
        .contains("+ like papers you marked 0.");
    assertThat(matches.getLast().relevance()).isBetween(0.0, 0.6);
    assertThat(matches.getLast().reasons()).hasSize(1);
  }

  @Test
  void wordsOfMarkedPapersMoveWhatVectorsCannotTellApart() {
    TrendingPaper[] papers = {
      Specimens.at(Specimens.paper(1, "Colours of graphs", "Text.", "math.CO"), 100, 0),
      Specimens.at(Specimens.paper(2, "Spectra of stars", "Text.", "math.CO"), 100, 0),
      Specimens.at(Specimens.paper(3, "A proof", "Text.", "math.CO"), 0, 100),
    };
    Known stars = new Known(new float[] {1, 0}, WordBag.of("Stars", "Their spectra."));

    assertThat(
            numbers(
                all(
                    matcher.match(
                        Interests.builder().categories(List.of("math.*")).dial(0).build(),
                        Specimens.window(papers),
                        Set.of(),
                        Specimens.DAY,
                        new Likings(List.of(stars), List.of())))))
        .containsExactly("00002", "00001", "00003");
  }

  @Test
  void papersOfAnotherEncoderAreNotJudged() {
    Likings likings = new Likings(List.of(known(1, 0)), List.of());
    List<Match> matches =
        all(
            matcher.match(
                topics("retrieval"),
                Specimens.window(Specimens.tagged(1, new Tag("retrieval", 0.6))),
                Set.of(),
                Specimens.DAY,
                likings));

    assertThat(matches.getFirst().relevance()).isEqualTo(0.6);
  }
}
