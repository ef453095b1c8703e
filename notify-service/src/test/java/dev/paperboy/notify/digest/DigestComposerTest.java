package dev.paperboy.notify.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.PaperId;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.mail.MailMessages;
import dev.paperboy.notify.shelf.Change;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.pagekit.standalone.StandaloneTemplates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestComposerTest {
  private static final DigestLinks LINKS =
      new DigestLinks(
          "http://localhost:8080/",
          "http://localhost:8080/digests/TOKEN",
          "http://localhost:8080/digests/TOKEN/pause",
          "http://localhost:8080/unsubscribe/TOKEN",
          "http://localhost:8080/preferences",
          "http://localhost:8080/search?q=",
          "http://localhost:8080/feedback/TOKEN/");

  private static final StandaloneTemplates TEMPLATES =
      new StandaloneTemplates(DigestComposer.class, MailMessages.class);

  private final DigestComposer composer =
      new DigestComposer(
          TEMPLATES.template("mail/digest.html"),
          TEMPLATES.template("mail/digest.txt"),
          "Specimen Street 1, Exampletown");

  private Letter compose(int maxPapers, List<Match> matches) {
    return compose(Specimens.edition(1412, matches.size(), matches, maxPapers, null));
  }

  private Letter compose(Edition edition) {
    return composer.compose(edition, Specimens.TOPICS, LINKS, Map.of()).letter();
  }

  private static Match match(TrendingPaper paper) {
    return new Match(
        paper,
        0.9,
        paper.trend(Specimens.DAY),
        2,
        List.of(
            new Reason(Reason.Kind.TOPIC, "retrieval", 0.94),
            new Reason(Reason.Kind.KEYWORDS, "\"sentence encoder\"", 0.7)));
  }

  private static Match titled(String title) {
    return match(
        Specimens.paper(
            1,
            title,
            "One sentence. Two sentences.",
            List.of("cs.IR"),
            List.of(new ShelvedPaper.Tag("retrieval", 0.94)),
            Map.of("burst", 0.5, "code", 0.42)));
  }

  private static List<Match> many(int number, String title, String text) {
    List<Match> matches = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      matches.add(match(Specimens.paper(i, title + " " + i, text, "cs.IR")));
    }
    return matches;
  }

  @Test
  void aPaperIsShownWithAllThatMatters() {
    Letter letter = compose(12, List.of(titled("A <b>specimen</b> of $\\alpha$-decay")));

    assertThat(letter.subject()).isEqualTo("A <b>specimen</b> of α-decay · 12 May");
    Document html = Jsoup.parse(letter.html());
    assertThat(html.select("h2 a").text()).isEqualTo("A <b>specimen</b> of α-decay");
    assertThat(html.select("h2 a").attr("href")).isEqualTo("https://arxiv.org/abs/2605.00001");
    assertThat(html.select(".chip").eachText()).containsExactly("Information retrieval");
    assertThat(html.select(".trend").text()).isEqualTo("▲ 0.92");
    assertThat(html.text())
        .contains("1,412 new papers, 1 matches.")
        .contains(
            "Because: Information retrieval 0.94 + your keywords «\"sentence encoder\"»;"
                + " trend 0.92: its topic is hot now, it comes with code")
        .contains("Specimen Street 1, Exampletown");
    assertThat(html.select("a[href]").eachAttr("href"))
        .contains(
            LINKS.view(),
            LINKS.unsubscribe(),
            LINKS.preferences(),
            "https://arxiv.org/pdf/2605.00001");
    assertThat(letter.text())
        .contains("1. A <b>specimen</b> of α-decay\nSpecimen Author 1, Specimen Author 2\n")
        .contains("https://arxiv.org/abs/2605.00001\nhttps://arxiv.org/pdf/2605.00001")
        .contains("Unsubscribe: " + LINKS.unsubscribe())
        .doesNotContain("\n\n\n");
  }

  @Test
  void theSubjectCountsTheRest() {
    List<Match> matches = many(37, "Specimen", "Text.");

    Letter letter = compose(12, matches);

    assertThat(letter.subject()).isEqualTo("Specimen 1 + 21 more · 12 May");
    Document html = Jsoup.parse(letter.html());
    assertThat(html.text()).contains("1,412 new papers, 37 match, here are 12.");
    assertThat(html.select("h2 a")).hasSize(12);
    assertThat(html.text())
        .contains("Also new")
        .contains("Specimen 22")
        .doesNotContain("Specimen 23");
  }

  @Test
  void whatHasNoRoomEvenByTitleIsCutAndKnownToBe() {
    Edition edition =
        Specimens.edition(1412, 600, many(600, "&<>\"".repeat(70), "Text."), 600, null);

    Edition held = composer.compose(edition, Specimens.TOPICS, LINKS, Map.of()).edition();

    assertThat(held).isEqualTo(composer.fitting(edition, Specimens.TOPICS, LINKS));
    assertThat(held.shown()).hasSize(1);
    assertThat(held.sent()).hasSizeBetween(20, 599);
    assertThat(edition.cutIn(held)).hasSize(600 - held.sent().size());
  }

  @Test
  void codeIsLinkedWhereAuthorsNameIt() {
    TrendingPaper paper =
        Specimens.paper(1, "T", "Code: https://github.com/specimen/code.", "cs.IR");
    Letter letter = compose(12, List.of(match(paper), titled("T")));

    assertThat(Jsoup.parse(letter.html()).select("a:contains(Code)").eachAttr("href"))
        .containsExactly("https://github.com/specimen/code");
    assertThat(letter.text())
        .contains(
            "https://arxiv.org/pdf/2605.00001\nhttps://github.com/specimen/code\nMore or less");
  }

  @Test
  void papersOfFollowedAuthorsAndChangesHaveTheirPlaces() {
    Match followed =
        new Match(
            Specimens.paper(3, "By a friend", "Text.", "cs.IR"),
            1,
            0,
            2,
            List.of(new Reason(Reason.Kind.AUTHOR, "A. Friend", 0.9)));
    Edition edition =
        new Edition(
            Specimens.DAY,
            9,
            3,
            List.of(titled("T")),
            List.of(followed),
            List.of(),
            List.of(titled("Another")),
            null,
            List.of(
                new Change(PaperId.arxiv("2604.00001"), 2, 2, true, "Gone $\\alpha$"),
                new Change(PaperId.arxiv("2604.00002"), 2, 3, false, "<b>Better</b>")));
    Letter letter = compose(edition);

    assertThat(Jsoup.parse(letter.html()).select("h2").eachText())
        .containsExactly("T", "From authors you follow", "Also new", "Changed since you got them");
    assertThat(letter.text())
        .containsSubsequence(
            "From authors you follow\n\n* By a friend\n",
            "Also new\n\n* Another\n",
            "Changed since you got them\n\n* Withdrawn by its authors: Gone α\n"
                + "  https://arxiv.org/abs/2604.00001\n\n* Version 3: <b>Better</b>\n",
            "\n-- \n");
    assertThat(Jsoup.parse(letter.html()).text()).contains("<b>Better</b>");
    assertThat(letter.subject()).isEqualTo("T + 2 more · 12 May");
  }

  @Test
  void aDayWithoutPapersSaysWhy() {
    Letter letter =
        composer
            .composeEmpty(
                Specimens.edition(1412, 0, List.of(), 12, null),
                new EmptyDay(EmptyReason.NOTHING_MATCHED, Specimens.DAY, 1412),
                "A hint.",
                LINKS,
                Map.of())
            .letter();

    assertThat(letter.subject()).isEqualTo("Nothing today: no new paper fits · 12 May");
    assertThat(Jsoup.parse(letter.html()).select("h2")).isEmpty();
    assertThat(letter.html()).contains("A hint.").doesNotContain("papers.bib", "&#9650;", "▲");
    assertThat(letter.text())
        .startsWith(
            "Tuesday, 12 May 2026\nNothing today: there are 1,412 new papers, and none fits what you"
                + " chose.\n\nA hint.\n\n-- \n")
        .contains("Unsubscribe: " + LINKS.unsubscribe(), "Pause: " + LINKS.pause())
        .doesNotContain("\n\n\n");
  }

  @Test
  void aNoteIsShown() {
    Edition edition =
        Specimens.edition(1, 1, List.of(titled("T")), 12, "3 papers had not reached us.");

    assertThat(compose(edition).html()).contains("3 papers had not reached us.");
    assertThat(compose(edition).text()).contains("Note: 3 papers had not reached us.");
  }

  @Test
  void authorsAreCutAfterFive() {
    TrendingPaper paper = Specimens.paper(1, "T", "Text.", "cs.IR");
    List<String> names = Collections.nCopies(9, "Specimen Author");
    ShelvedPaper p = paper.paper();
    TrendingPaper crowd =
        new TrendingPaper(
            new ShelvedPaper(
                p.id(),
                1,
                "arxiv",
                1,
                "T",
                "Text.",
                null,
                names,
                p.categories(),
                p.announced(),
                false,
                false,
                List.of(),
                null),
            Map.of());

    assertThat(Jsoup.parse(compose(12, List.of(match(crowd))).html()).text())
        .contains("Specimen Author, Specimen Author and 4 more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><a href=javascript:alert(1)>x</a>",
        "\\href{javascript:alert(1)}{x} \\url{javascript:alert(1)}",
        "\\includegraphics{http://192.0.2.1/x.png}",
        "{digest.unsubscribe} {#for x in 9}{/for}",
        "a\r\nBcc: victim@example.org",
        "a\u0000b\u202egnp.exe",
        "&lt;script&gt; &amp; %3Cscript%3E",
        "</title></style><style>*{background:url(http://192.0.2.1)}</style>",
      })
  void hostileTextStaysText(String hostile) {
    ShelvedPaper paper =
        new ShelvedPaper(
            PaperId.arxiv("2605.00001"),
            1,
            "arxiv",
            1,
            hostile,
            hostile + ". " + hostile + ".",
            hostile,
            List.of(hostile),
            List.of(hostile),
            Specimens.DAY,
            false,
            false,
            List.of(new ShelvedPaper.Tag(hostile, 0.9)),
            null);
    Match match =
        new Match(
            new TrendingPaper(paper, Map.of(hostile, 1.0)),
            1,
            1,
            2,
            List.of(
                new Reason(Reason.Kind.TOPIC, hostile, 0.9),
                new Reason(Reason.Kind.KEYWORDS, hostile, 0.9),
                new Reason(Reason.Kind.AUTHOR, hostile, 0.9),
                new Reason(Reason.Kind.ABOUT, hostile, 0.9),
                new Reason(Reason.Kind.EXAMPLE, hostile, 0.9),
                new Reason(Reason.Kind.CATEGORY, hostile, 0.3)));

    Letter letter = compose(12, List.of(match));

    assertThat(letter.subject()).doesNotContain("\r", "\n", "\u0000");
    Document html = Jsoup.parse(letter.html());
    assertThat(html.select("script, img, iframe, form, link, object")).isEmpty();
    assertThat(html.select("style")).hasSize(1);
    assertThat(html.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(html.select("a[href]").eachAttr("href"))
        .allMatch(
            href ->
                href.startsWith("http://localhost:8080/") || href.startsWith("https://arxiv.org/"));
  }

  @Test
  void noMailIsLargerThanWhatMailProgramsShow() {
    String ampersands = "&<>\"".repeat(2000);
    List<Match> monsters =
        many(60, ampersands.substring(0, 280), (ampersands.substring(0, 300) + ". ").repeat(20));

    DigestComposer.Written written =
        composer.compose(
            Specimens.edition(1412, 60, monsters, 50, null), Specimens.TOPICS, LINKS, Map.of());
    Letter letter = written.letter();

    // Fewer in full, the others by title: nothing that was promised is missing.
    assertThat(written.edition().shown())
        .hasSize(Jsoup.parse(letter.html()).select("h2 a").size())
        .hasSizeLessThan(50);
    assertThat(written.edition().sent()).hasSize(50);
    assertThat(Specimens.edition(1412, 60, monsters, 50, null).cutIn(written.edition())).isEmpty();
    assertThat(letter.html().getBytes(UTF_8).length).isLessThanOrEqualTo(DigestComposer.MOST_BYTES);
    assertThat(Jsoup.parse(letter.html()).select("h2 a").size()).isGreaterThan(5);
  }

  @Test
  void specimensAreMarkedExplainedOnceAndLeadToTheSite() {
    Letter letter =
        compose(
            1,
            List.of(match(Specimens.madeUp(1)), match(Specimens.madeUp(2)), titled("A real one")));
    Document html = Jsoup.parse(letter.html());

    assertThat(letter.subject()).startsWith("[specimen] Specimen 1 + 2 more");
    assertThat(html.select(".flag-specimen").eachText()).containsExactly("specimen", "specimen");
    assertThat(html.select("p.note").eachText())
        .singleElement()
        .asString()
        .contains("are made up", "go away when the first real papers come");
    assertThat(html.select("h2 a").attr("href"))
        .isEqualTo("http://localhost:8080/search?q=id%3Aspecimen%3A001");
    assertThat(letter.text())
        .contains("1. Specimen 1 [specimen]", "* Specimen 2 [specimen]", "* A real one\n")
        .containsOnlyOnce("are made up");
  }

  @Test
  void withoutSpecimensNothingIsSaidAboutThem() {
    Letter letter = compose(12, List.of(titled("A real one")));

    assertThat(letter.subject() + letter.html() + letter.text())
        .doesNotContain("specimen", "made up");
  }

  @Test
  void aLongTitleDoesNotFillTheSubject() {
    assertThat(DigestComposer.subject("word ".repeat(40).strip(), 3, Specimens.DAY))
        .hasSizeLessThan(120)
        .contains("… + 3 more · 12 May");
  }
}
