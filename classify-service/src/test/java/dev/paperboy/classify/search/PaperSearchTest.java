package dev.paperboy.classify.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.TopicTag;
import dev.paperboy.events.PaperId;
import dev.paperboy.query.PaperQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperSearchTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final String TAXONOMY =
      """
      fields:
        - id: physics
          name: Physics
          description: d
          topics:
            - {id: black-holes, name: Black holes, description: d}
            - {id: lasers, name: Lasers, description: d}
      """;

  private final Map<String, QueryVector> vectors = new HashMap<>();

  @TempDir Path directory;
  private PaperIndex index;
  private Announcements announcements;
  private PaperSearch search;

  /** Where a topic's attention is all but all that counts, and a sentence's nothing. */
  private PaperSearch minding;

  @BeforeEach
  void open() throws IOException {
    index = new PaperIndex(directory, JSON);
    Taxonomy taxonomy =
        Taxonomy.read(new ByteArrayInputStream(TAXONOMY.getBytes(StandardCharsets.UTF_8)));
    Clock clock = Clock.fixed(Instant.parse("2026-05-12T23:00:00Z"), ZoneOffset.UTC);
    announcements = new Announcements(index, taxonomy, clock);
    search =
        new PaperSearch(
            index, announcements, taxonomy, clock, text -> Optional.ofNullable(vectors.get(text)));
    minding =
        new PaperSearch(
            index,
            announcements,
            taxonomy,
            clock,
            text -> Optional.ofNullable(vectors.get(text)),
            Fusion.weighted(
                Map.of(
                    QueryShape.TOPIC,
                    new Fusion.Weights(0, 20),
                    QueryShape.SENTENCE,
                    new Fusion.Weights(0, 0))));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void similarPapersAreThoseOfTheSmallestAngle() throws IOException {
    put("arxiv:2605.00001", DAY, "enc", new byte[] {100, 0, 0}, false);
    put("arxiv:2605.00002", DAY, "enc", new byte[] {50, 50, 0}, false);
    put("arxiv:2605.00003", DAY, "enc", new byte[] {10, 1, 0}, false);
    put("arxiv:2605.00004", DAY, "enc", new byte[] {0, 0, 9}, false);
    put("arxiv:2605.00005", DAY, "enc", new byte[] {99, 0, 0}, true);
    put("arxiv:2605.00006", DAY, "another", new byte[] {100, 0, 0}, false);
    put("arxiv:2605.00007", DAY, "enc", new byte[] {0, 0, 0}, false);
    index.refresh();

    List<SimilarPaper> similar = search.around(PaperId.parse("arxiv:2605.00001"), 2).similar();

    assertThat(similar)
        .extracting(one -> one.paper().id().local(), one -> Math.round(one.likeness() * 1000))
        .containsExactly(tuple("2605.00003", 995L), tuple("2605.00002", 707L));
    assertThat(search.around(PaperId.parse("arxiv:2605.00007"), 2).similar()).isEmpty();
    assertThat(search.around(PaperId.parse("arxiv:2605.99999"), 2).similar()).isEmpty();
  }

  @Test
  void whatMeansAndSaysNearlyTheSameMayBeAVersionAndIsNotAlsoSimilar() throws IOException {
    String text = "We measure how slowly ice melts under light of many colours.";
    put("arxiv:2605.00001", "Melting", text, new byte[] {100, 0, 0}, false);
    put("arxiv:2605.00002", "Melting again", text, new byte[] {100, 5, 0}, false);
    put("arxiv:2605.00003", "Of other words", "Rain falls.", new byte[] {100, 4, 0}, false);
    put("arxiv:2605.00004", "Of another meaning", text, new byte[] {50, 50, 0}, false);
    put("arxiv:2605.00005", "Taken back", text, new byte[] {100, 6, 0}, true);
    index.refresh();

    Neighbourhood around = search.around(PaperId.parse("arxiv:2605.00001"), 9);

    assertThat(around.versions())
        .extracting(one -> one.paper().id().local(), one -> Math.round(one.shared() * 100))
        .containsExactly(tuple("2605.00002", 75L), tuple("2605.00005", 75L));
    assertThat(around.versions().getFirst().cosine()).isBetween(0.998, 0.999);
    assertThat(around.similar())
        .extracting(one -> one.paper().id().local())
        .containsExactly("2605.00003", "2605.00004");
  }

  @Test
  void theVectorOutlivesANewTrend() throws IOException {
    put("arxiv:2605.00001", DAY, "enc", new byte[] {100, 0, 0}, false);
    put("arxiv:2605.00002", DAY, "enc", new byte[] {50, 50, 0}, false);
    index.refresh();
    PaperId id = PaperId.parse("arxiv:2605.00002");
    index.put(
        id.toString(),
        index.get(id.toString()).with(new IndexedTrend(id, 1, Map.of("burst", 0.4))));
    index.refresh();

    assertThat(search.around(PaperId.parse("arxiv:2605.00001"), 9).similar()).hasSize(1);
    assertThat(search.around(id, 9).similar()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arxiv:hep-th/9901001",
        "hep-th/9901001",
        "HEP-TH/9901001",
        "hep-th/9901001v2",
        "arXiv:hep-th/9901001"
      })
  void aPaperIsFoundByItsIdAsPeopleWriteIt(String written) throws IOException {
    put("arxiv:hep-th/9901001", DAY, "enc", new byte[] {1}, false);
    index.refresh();
    assertThat(search.paper(written)).isPresent();
  }

  @Test
  void aTrendAloneIsNoPaper() throws IOException {
    index.put(
        "arxiv:2605.00001",
        IndexEntry.EMPTY.with(new IndexedTrend(PaperId.parse("arxiv:2605.00001"), 1, Map.of())));
    index.refresh();
    assertThat(search.paper("2605.00001")).isEmpty();
  }

  @Test
  void countsByDayAndTopic() throws IOException {
    put("arxiv:2605.00001", DAY, "enc", new byte[] {1}, false);
    put("arxiv:2605.00002", DAY, "enc", new byte[] {1}, false);
    put("arxiv:2605.00003", DAY.minusDays(1), "enc", new byte[] {1}, false);
    put("arxiv:2605.00004", DAY.minusDays(40), "enc", new byte[] {1}, false);
    index.refresh();

    assertThat(announcements.byDay("black-holes", DAY.minusDays(30), DAY))
        .containsExactly(Map.entry(DAY.minusDays(1), 1L), Map.entry(DAY, 2L));
    assertThat(announcements.byDay("lasers", DAY.minusDays(30), DAY)).isEmpty();
    assertThat(announcements.byTopic(DAY.minusDays(30), DAY))
        .isEqualTo(Map.of("black-holes", 3, "lasers", 0));
  }

  @Test
  void listsComeInTheOrderAskedAndEndSomewhere() throws IOException {
    put("arxiv:2605.00001", DAY.minusDays(2), "enc", new byte[] {1}, false);
    put("arxiv:2605.00002", DAY, "enc", new byte[] {1}, false);
    put("arxiv:2605.00003", DAY.minusDays(1), "enc", new byte[] {1}, false);
    index.refresh();

    assertThat(search.search("", ListOrder.DATE, 0, 9).papers())
        .extracting(card -> card.id().local())
        .containsExactly("2605.00002", "2605.00003", "2605.00001");
    assertThat(search.search("", ListOrder.DATE, PaperSearch.DEEPEST, 9).papers()).isEmpty();
  }

  private void meaning(String text, int... vector) {
    byte[] int8 = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      int8[i] = (byte) vector[i];
    }
    vectors.put(text, new QueryVector(new IndexedVector("enc", int8), 0.7));
  }

  private List<String> ids(PaperList list) {
    return list.papers().stream().map(card -> card.id().local()).toList();
  }

  private void putFour() throws IOException {
    put("arxiv:2605.00001", "Melting ice", "Ice melts.", new byte[] {0, 0, 9}, false);
    put("arxiv:2605.00002", "Thawing glaciers", "They thaw.", new byte[] {90, 20, 0}, false);
    // Two segments, as an index has them.
    index.refresh();
    put("arxiv:2605.00003", "Lasers", "They shine.", new byte[] {0, 90, 0}, false);
    put("arxiv:2605.00004", "Ice that is melting", "Away.", new byte[] {90, 0, 0}, false);
    index.refresh();
  }

  @Test
  void plainWordsFindWhatSaysThemAndWhatIsAboutThem() throws IOException {
    putFour();
    meaning("melting ice", 100, 0, 0);

    PaperList found = search.search("melting ice", 0, 9);

    assertThat(found.total()).isEqualTo(3);
    assertThat(ids(found))
        .containsExactlyInAnyOrder("2605.00004", "2605.00001", "2605.00002")
        .endsWith("2605.00002");
    assertThat(ids(search.selected("melting ice", ListOrder.RELEVANCE, 0, 9)))
        .as("as a mail's filter")
        .containsExactlyInAnyOrder("2605.00001", "2605.00004");
  }

  @Test
  void ofALongerQueryHalfOfTheWordsAreEnough() throws IOException {
    String query = "melting ice under warm northern winds";
    meaning(query, 0, 0, 100);
    put("arxiv:2605.00001", "Melting ice", "Under snow, far from winds.", far(), false);
    put("arxiv:2605.00002", "Melting ice", "Under snow.", far(), false);
    put("arxiv:2605.00003", "Warm and northern", "Melting ice in winds.", far(), false);
    index.refresh();

    assertThat(ids(search.search(query, 0, 9))).containsExactly("2605.00003", "2605.00001");
    assertThat(ids(search.search(query + " cat:math", 0, 9))).isEmpty();
  }

  /** Of four different small words two are half; repeated ones count once. */
  @Test
  void smallWordsAloneAreSearchedToo() throws IOException {
    String query = "to be or not to be";
    meaning(query, 0, 0, 100);
    put("arxiv:2605.00001", "To be or not", "It is to be, or it is not.", far(), false);
    put("arxiv:2605.00002", "Or not", "It melts.", far(), false);
    put("arxiv:2605.00003", "Ice", "It does not melt.", far(), false);
    index.refresh();

    assertThat(ids(search.search(query, 0, 9))).containsExactly("2605.00001", "2605.00002");
  }

  /** More have the common words, and have them more often, than are looked at. */
  @Test
  void ofALongQueryTheRarestWordsFindThePapers() throws IOException {
    String common = "ice snow wind rain north winter frost cloud";
    String rare = "albedo firn moraine serac katabatic sastrugi nunatak bergschrund";
    meaning(common + " " + rare, 0, 0, 100);
    meaning("unknown meltign words gathered", 0, 0, 100);
    for (int i = 0; i < 420; i++) {
      put("arxiv:2605.%05d".formatted(i), common, common + ".", far(), false);
    }
    put(
        "arxiv:2605.90000",
        "Of far lands",
        "Albedo, moraine, serac, katabatic; sastrugi; firn, nunatak, bergschrund.",
        far(),
        false);
    index.refresh();

    assertThat(ids(search.search(common + " " + rare, 0, PaperSearch.DEEPEST)))
        .contains("2605.90000");
    assertThat(ids(search.search("unknown meltign words gathered", 0, 9))).isEmpty();
  }

  /** What is ordered by both is the beginning; nothing is lost or doubled behind it. */
  @Test
  void whatHasAllTheWordsFollowsTheBeginningWhateverThereIsOfIt() throws IOException {
    meaning("melting ice under warm winds", 0, 0, 100);
    for (int papers : new int[] {199, 200, 201, 320}) {
      for (int i = 0; i < papers; i++) {
        put("arxiv:2605.%05d".formatted(i), "Melting ice", "Under warm winds.", far(), false);
      }
      index.refresh();

      SearchResult found =
          search.explore(
              PaperQuery.parse("melting ice under warm winds"), ListOrder.RELEVANCE, 0, 500);

      assertThat(ids(found.list())).doesNotHaveDuplicates().hasSize(papers);
      assertThat(found.list().total()).isEqualTo(papers);
      assertThat(found.facets().months().getFirst().papers()).isEqualTo(papers);
    }
  }

  private static byte[] far() {
    return new byte[] {90, 0, 0};
  }

  /** More say it than are looked at by their words, and all say it better than the noticed one. */
  @Test
  void ofATopicsPapersThoseThatDrawAttentionComeEarlier() throws IOException {
    meaning("melting ice", 0, 0, 100);
    meaning("how does melting ice behave", 0, 0, 100);
    for (int i = 0; i < 400; i++) {
      String text = "How melting and ice behave" + " does it".repeat(1 + i % 7) + ".";
      put("arxiv:2605.%05d".formatted(i), "Melting ice", text, far(), false);
    }
    put("arxiv:2605.90000", "On melting ice", "How does it behave?" + " Long.".repeat(80));
    index.refresh();
    assertThat(ids(minding.search("melting ice", 0, 25))).doesNotContain("2605.90000");

    trend("arxiv:2605.90000", 50);

    assertThat(ids(minding.search("melting ice", 0, 25))).startsWith("2605.90000");
    assertThat(ids(minding.search("how does melting ice behave", 0, 25)))
        .as("where attention has no weight")
        .doesNotContain("2605.90000");
  }

  private void put(String id, String title, String text) throws IOException {
    put(id, title, text, far(), false);
  }

  private void trend(String id, double votes) throws IOException {
    index.put(
        id, index.get(id).with(new IndexedTrend(PaperId.parse(id), 1, Map.of("votes", votes))));
    index.refresh();
  }

  @Test
  void pagesGoOnWhereTheOneBeforeEnded() throws IOException {
    putFour();
    meaning("melting ice", 100, 0, 0);
    List<String> whole = ids(search.search("melting ice", 0, 9));

    for (int from = 0; from < 3; from++) {
      PaperList page = search.search("melting ice", from, 1);
      assertThat(ids(page)).containsExactly(whole.get(from));
      assertThat(page.total()).isEqualTo(3);
    }
    assertThat(ids(search.search("melting ice", 3, 1))).isEmpty();
    for (ListOrder order : ListOrder.values()) {
      assertThat(ids(search.search("melting ice", order, 0, 9)))
          .as("%s", order)
          .containsExactlyInAnyOrderElementsOf(whole);
    }
  }

  @Test
  void conditionsHoldForWhatIsFoundByMeaning() throws IOException {
    putFour();
    meaning("melting ice", 100, 0, 0);

    assertThat(ids(search.search("melting ice cat:math", 0, 9))).isEmpty();
    assertThat(ids(search.search("melting ice -thaw", 0, 9)))
        .containsExactlyInAnyOrder("2605.00001", "2605.00004");
    assertThat(ids(search.search("\"melting ice\"", 0, 9)))
        .as("a phrase is meant as it is written")
        .containsExactly("2605.00001");
  }

  @Test
  void aMeaningSelectsWhatIsAboutIt() throws IOException {
    putFour();
    meaning("how ice goes away", 100, 0, 0);

    assertThat(ids(search.search("~\"how ice goes away\"", 0, 9)))
        .containsExactly("2605.00004", "2605.00002");
    assertThat(ids(search.search("~\"how ice goes away\" thawing", 0, 9)))
        .containsExactly("2605.00002");
    for (ListOrder order : ListOrder.values()) {
      assertThatThrownBy(() -> search.search("~\"the encoder is late\"", order, 0, 9))
          .as("without a vector, by %s", order)
          .isInstanceOf(NotNow.class);
    }
    assertThatThrownBy(() -> search.selected("~\"the encoder is late\"", ListOrder.DATE, 0, 9))
        .as("what joined a feed would stay there")
        .isInstanceOf(NotNow.class);
  }

  @Test
  void withoutAnEncoderWordsAloneDecide() throws IOException {
    putFour();
    assertThat(ids(search.search("melting ice", 0, 9)))
        .containsExactlyInAnyOrder("2605.00001", "2605.00004");
  }

  @Test
  void whatThereIsToChooseFromIsCountedOverTheWholeList() throws IOException {
    putFour();
    put("arxiv:2605.00005", DAY.minusDays(40), "enc", new byte[] {1}, false);
    index.refresh();

    Facets facets = search.explore(PaperQuery.parse(""), ListOrder.DATE, 0, 1).facets();

    assertThat(facets.topics()).containsExactly(new Facets.Count("black-holes", 5));
    assertThat(facets.archives()).containsExactly(new Facets.Count("cs", 5));
    assertThat(facets.sources()).containsExactly(new Facets.Count("arxiv", 5));
    assertThat(facets.months())
        .containsExactly(new Facets.Count("2026-05", 4), new Facets.Count("2026-04", 1));
    assertThat(search.explore(PaperQuery.parse("lasers"), ListOrder.DATE, 0, 1).facets().months())
        .containsExactly(new Facets.Count("2026-05", 1));
  }

  @Test
  void aDayThatCannotBeIsFoundAndNoMonthToChoose() throws IOException {
    put("arxiv:2605.00001", DAY, "enc", new byte[] {1}, false);
    put("arxiv:2605.00002", LocalDate.of(1905, 6, 30), "enc", new byte[] {1}, false);
    put("arxiv:2605.00003", LocalDate.of(999_999_999, 1, 1), "enc", new byte[] {1}, false);
    index.refresh();

    SearchResult all = search.explore(PaperQuery.parse(""), ListOrder.DATE, 0, 10);

    assertThat(all.list().total()).isEqualTo(3);
    assertThat(all.facets().months()).extracting(Facets.Count::value).containsExactly("2026-05");
  }

  @Test
  void narrowingDownWhatIsFoundByMeaningFindsAtLeastWhatWasCounted() throws IOException {
    putFour();
    meaning("melting ice", 100, 0, 0);

    Facets both = search.explore(PaperQuery.parse("melting ice"), ListOrder.DATE, 0, 1).facets();
    Facets words = search.explore(PaperQuery.parse("\"ice\""), ListOrder.DATE, 0, 1).facets();

    assertThat(both.atLeast()).isTrue();
    assertThat(words.atLeast()).isFalse();
    assertThat(search.search("melting ice topic:black-holes", 0, 1).total())
        .isGreaterThanOrEqualTo(both.topics().getFirst().papers());
  }

  @Test
  void whatIsNotThereYetIsNotSaidToBeMissing() throws IOException {
    putFour();
    index.setFilling(true);
    assertThat(search.paper("2605.00001")).isPresent();
    assertThatThrownBy(() -> search.paper("2605.99999")).isInstanceOf(NotNow.class);

    index.setFilling(false);
    assertThat(search.paper("2605.99999")).isEmpty();
  }

  @Test
  void aWordThatNoPaperHasIsAskedAbout() throws IOException {
    putFour();
    assertThat(search.explore(PaperQuery.parse("galciers"), ListOrder.DATE, 0, 9).meant())
        .hasToString("glaciers");
    assertThat(search.explore(PaperQuery.parse("glaciers"), ListOrder.DATE, 0, 9).meant()).isNull();
    assertThat(search.explore(PaperQuery.parse("qwxyzzyx"), ListOrder.DATE, 0, 9).meant()).isNull();
  }

  private void put(String id, LocalDate day, String encoder, byte[] vector, boolean withdrawn)
      throws IOException {
    put(id, "Title", "Abstract", day, new IndexedVector(encoder, vector), withdrawn);
  }

  private void put(String id, String title, String text, byte[] vector, boolean withdrawn)
      throws IOException {
    put(id, title, text, DAY, new IndexedVector("enc", vector), withdrawn);
  }

  private void put(
      String id, String title, String text, LocalDate day, IndexedVector vector, boolean withdrawn)
      throws IOException {
    index.put(
        id,
        IndexEntry.EMPTY.with(
            new IndexedPaper(
                PaperId.parse(id),
                1,
                "arxiv",
                1,
                title,
                text,
                List.of("Ada Specimen"),
                List.of("cs.IR"),
                null,
                null,
                day,
                day,
                withdrawn,
                false,
                "cs",
                List.of(new TopicTag("black-holes", 0.9, "vector 0.80")),
                null,
                vector)));
  }
}
