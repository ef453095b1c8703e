package dev.paperboy.notify.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.PaperId;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.mail.MailMessages;
import dev.paperboy.notify.shelf.Change;
import dev.paperboy.notify.shelf.ShelvedPaper.Tag;
import dev.paperboy.pagekit.standalone.StandaloneTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Two hundred digests, with what mail programs are known to need. */
class DigestLayoutTest {
  private static final int DIGESTS = 200;

  /** Gmail cuts off behind it. */
  private static final int GMAIL = 102 * 1024;

  private static final String TOKEN = "T".repeat(108);
  private static final DigestLinks LINKS =
      new DigestLinks(
          "https://papers.example.org/",
          "https://papers.example.org/digests/" + TOKEN,
          "https://papers.example.org/digests/" + TOKEN + "/pause",
          "https://papers.example.org/unsubscribe/" + TOKEN,
          "https://papers.example.org/preferences",
          "https://papers.example.org/search?q=",
          "https://papers.example.org/feedback/" + TOKEN + "/");

  private static final List<String> WORDS =
      List.of(
          "we",
          "study",
          "the",
          "retrieval",
          "of",
          "long",
          "documents",
          "by",
          "sparse",
          "encoders",
          "and",
          "show",
          "that",
          "attention",
          "helps",
          "in",
          "practice",
          "measurably",
          "graphs");
  private static final List<String> MATHS =
      List.of(
          "$\\mathcal{O}(n^{2} \\log n)$",
          "$\\alpha_{i}^{(t)} \\leq \\sum_{k=1}^{K} \\beta_k$",
          "$\\mathbb{R}^d \\to \\mathbb{R}$",
          "\\textbf{bold \\emph{both}}",
          "$\\frac{1}{2}\\|x\\|_2^2$",
          "Schr\\\"odinger");
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "</td></tr></table><h1>free</h1>",
          "{digest.unsubscribe}",
          "a\u202egnp.exe",
          "&lt;b&gt;",
          "\\href{javascript:alert(1)}{x}",
          "\ud835\udd38\ud835\udd39 \u0000 \ufeff");

  private static final StandaloneTemplates TEMPLATES =
      new StandaloneTemplates(DigestComposer.class, MailMessages.class);

  private final DigestComposer composer =
      new DigestComposer(
          TEMPLATES.template("mail/digest.html"), TEMPLATES.template("mail/digest.txt"), " ");

  private static String sentence(Random random, int words, List<String> spice) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word =
          !spice.isEmpty() && random.nextInt(6) == 0
              ? spice.get(random.nextInt(spice.size()))
              : WORDS.get(random.nextInt(WORDS.size()));
      text.append(text.isEmpty() ? "" : " ").append(word);
    }
    return text.append('.').toString();
  }

  private static Match match(Random random, int number, List<String> spice) {
    String title = sentence(random, 6 + random.nextInt(9), spice);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(sentence(random, 20 + random.nextInt(12), spice)).append(' ');
    }
    return new Match(
        Specimens.paper(
            number,
            title,
            text.toString(),
            List.of("cs.IR"),
            List.of(new Tag("retrieval", 0.9), new Tag("Long document ranking", 0.8)),
            Map.of("burst", 0.3, "authors", 0.2)),
        1,
        0.5,
        2,
        List.of(
            new Reason(Reason.Kind.TOPIC, "retrieval", 0.94),
            new Reason(Reason.Kind.ABOUT, "sparse encoders for long documents", 0.8),
            new Reason(Reason.Kind.KEYWORDS, "\"sparse encoder\" -survey", 0.7)));
  }

  /** A title that a stranger wrote, of a paper that somebody followed wrote. */
  private static Match followed(Random random, int number, List<String> spice) {
    Match match = match(random, number, spice);
    return new Match(
        match.paper(), 1, 0.5, 2, List.of(new Reason(Reason.Kind.AUTHOR, "A. Body", 0.9)));
  }

  private static Change change(Random random, int number, List<String> spice) {
    return new Change(
        PaperId.arxiv("2601.%05d".formatted(number)),
        2,
        2,
        random.nextBoolean(),
        sentence(random, 8, spice));
  }

  private record Made(Edition edition, List<String> spice, DigestComposer.Written written) {}

  private List<Made> digests() {
    Random random = new Random(7);
    List<Made> all = new ArrayList<>();
    for (int i = 0; i < DIGESTS; i++) {
      // Each fourth one is full.
      int papers = i % 4 == 0 ? 50 : 1 + random.nextInt(50);
      List<String> spice =
          switch (i % 3) {
            case 0 -> List.of();
            case 1 -> MATHS;
            default -> HOSTILE;
          };
      int also = random.nextInt(12);
      Edition plain =
          Specimens.edition(
              1412,
              papers + also,
              IntStream.rangeClosed(1, papers + also)
                  .mapToObj(number -> match(random, number, spice))
                  .toList(),
              papers,
              i % 5 == 0 ? "A note." : null);
      Edition edition =
          new Edition(
              plain.day(),
              plain.papers(),
              plain.matched(),
              plain.shown(),
              // Not in the full ones: fifty papers fit by themselves.
              i % 4 == 1
                  ? IntStream.range(0, random.nextInt(40))
                      .mapToObj(number -> followed(random, 500 + number, spice))
                      .toList()
                  : List.of(),
              List.of(),
              plain.also(),
              plain.note(),
              i % 4 == 2
                  ? IntStream.rangeClosed(1, random.nextInt(11))
                      .mapToObj(number -> change(random, number, spice))
                      .toList()
                  : List.of());
      all.add(
          new Made(edition, spice, composer.compose(edition, Specimens.TOPICS, LINKS, Map.of())));
    }
    return all;
  }

  /** Addresses of the papers and changes that a mail holds, in its order. */
  private static List<String> held(Edition edition) {
    return Stream.concat(
            edition.sent().stream().map(match -> match.paper().paper().abstractUrl()),
            edition.changes().stream().map(Change::url))
        .toList();
  }

  @Test
  void everyMailIsWhatMailProgramsShow() {
    int largest = 0;
    int full = 0;
    for (Made made : digests()) {
      Letter letter = made.written().letter();
      Edition edition = made.written().edition();
      Document page = Jsoup.parse(letter.html());
      int bytes = letter.html().getBytes(UTF_8).length;
      largest = Math.max(largest, bytes);

      assertThat(bytes).isLessThanOrEqualTo(GMAIL);
      // All that was promised is inside, of strangers with bad intentions, too; in full where the
      // text is as long as texts are.
      assertThat(made.edition().cutIn(edition)).isEmpty();
      assertThat(page.select("h2 a[href]")).hasSize(edition.shown().size());
      if (made.spice() != HOSTILE && made.edition().followed().isEmpty()) {
        assertThat(edition.shown()).as("in full").hasSameSizeAs(made.edition().shown());
      }
      full += edition.shown().size() == made.edition().shown().size() ? 1 : 0;
      assertThat(edition.changes()).isEqualTo(made.edition().changes());
      assertThat(papers(page)).isEqualTo(held(edition));
      assertThat(letter.text().lines().map(String::strip).toList()).containsAll(held(edition));
      // Only titles of sections and papers are headings, in this order.
      List<String> sections = page.select("h2:not(:has(a))").eachText();
      List<String> expected = new ArrayList<>();
      if (!edition.followed().isEmpty()) {
        expected.add("From authors you follow");
      }
      if (!edition.titles().isEmpty()) {
        expected.add("Also new");
      }
      if (!edition.changes().isEmpty()) {
        expected.add("Changed since you got them");
      }
      assertThat(sections).isEqualTo(expected);
      if (made.spice() == MATHS) {
        // Formulas are characters, not commands.
        assertThat(page.select(".sheet").text() + letter.text()).doesNotContain("\\", "$");
      }
      // Nothing is loaded, nothing runs, nothing tracks.
      assertThat(page.select("img, script, link, iframe, object, form, video, svg")).isEmpty();
      assertThat(letter.html()).doesNotContain("url(").doesNotContain("@import");
      // Tables lay out, and say that they do nothing else.
      assertThat(page.select("table")).allMatch(table -> table.attr("role").equals("presentation"));
      assertThat(page.select("div")).as("but for the preheader").hasSize(1);
      // Outlook knows no max-width: a table of its own holds all together.
      assertThat(letter.html())
          .containsOnlyOnce("<!--[if mso]><table role=\"presentation\" width=\"640\"")
          .containsOnlyOnce("<!--[if mso]></td></tr></table><![endif]-->");
      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(page.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
      assertThat(page.select("style").html()).contains("prefers-color-scheme: dark");
      assertThat(page.select("p, h2, td, a")).allMatch(element -> isStyled(element));
      assertThat(page.select("a"))
          .allMatch(link -> link.attr("href").startsWith("https://") && link.hasText());
      // Mail servers may cut longer lines, RFC 5322 section 2.1.1; the transfer encoding keeps them
      // short, yet a template that puts all on one line would be a mistake.
      assertThat(letter.text().lines()).allMatch(line -> line.length() < 998);
      assertThat(letter.text()).doesNotContain("<p").doesNotContain("&nbsp;");
      assertThat(page.select("body > div").text()).as("preheader").startsWith("1,412 new papers");
    }
    System.out.printf(
        "%d digests, %d with all papers in full; the largest has %,d bytes of HTML%n",
        DIGESTS, full, largest);
  }

  /** Addresses of papers in the order of their titles. */
  private static List<String> papers(Document page) {
    return page.select(".sheet a[href^=https://arxiv.org/abs/]").stream()
        .filter(link -> !link.text().equals("Abstract"))
        .map(link -> link.attr("href"))
        .toList();
  }

  /** Mail programs drop style sheets: what matters is on the element, or on the cell around it. */
  private static boolean isStyled(Element element) {
    return element.hasAttr("style") || element.parents().stream().anyMatch(p -> p.is("td[style]"));
  }
}
