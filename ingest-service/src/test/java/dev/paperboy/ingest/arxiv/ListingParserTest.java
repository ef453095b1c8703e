package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingParserTest {
  private static final LocalDate DAY = LocalDate.parse("2026-05-12");

  @Test
  void readsAnAtomEntry() throws IOException {
    Listing listing = parse(atom(entry("2605.00001v1", "new")));
    assertThat(listing.day()).isEqualTo(DAY);
    assertThat(listing.items())
        .containsExactly(new Listing.Item(paper("2605.00001", 1, null, null), AnnounceType.NEW));
  }

  @Test
  void readsAnRssItem() throws IOException {
    String item =
        """
        <item><title>A  title</title><link>https://arxiv.org/abs/2605.00001</link>
        <description>arXiv:2605.00001v3 Announce Type: replace-cross
        Abstract: Text &amp; more.</description>
        <guid isPermaLink="false">oai:arXiv.org:2605.00001v3</guid>
        <category>math.AP</category><category>math.OC</category>
        <pubDate>Tue, 12 May 2026 00:00:00 -0400</pubDate>
        <arxiv:announce_type>replace-cross</arxiv:announce_type><dc:rights>http://example.org/l</dc:rights>
        <arxiv:DOI>10.1000/x</arxiv:DOI><arxiv:journal_reference>J. Specimen 1</arxiv:journal_reference>
        <dc:creator>Specimen Author 1, Specimen Author 2</dc:creator></item>
        """;
    Listing listing = parse(rss("<pubDate>Tue, 12 May 2026 00:00:00 -0400</pubDate>" + item));
    assertThat(listing.day()).isEqualTo(DAY);
    assertThat(listing.items())
        .containsExactly(
            new Listing.Item(
                paper("2605.00001", 3, "J. Specimen 1", "10.1000/x"), AnnounceType.REPLACE_CROSS));
  }

  @ParameterizedTest
  @CsvSource({"new, NEW", "cross, CROSS", "replace, REPLACE", "replace-cross, REPLACE_CROSS"})
  void tellsWhyAPaperIsListed(String written, AnnounceType type) throws IOException {
    assertThat(parse(atom(entry("2605.00001v1", written))).items())
        .extracting(Listing.Item::type)
        .containsExactly(type);
  }

  @Test
  void theDayIsThatOfTheEastCoast() throws IOException {
    String late = atom("").replace("2026-05-12T04:00:19.866337+00:00", "2026-05-13T02:00:00Z");
    assertThat(parse(late).day()).isEqualTo(DAY);
  }

  @Test
  void aWeekendsFeedIsEmpty() throws IOException {
    assertThat(parse(atom("")).items()).isEmpty();
    assertThat(parse(rss("<pubDate>Sat, 16 May 2026 00:00:00 -0400</pubDate>")).day())
        .isEqualTo(LocalDate.parse("2026-05-16"));
  }

  @Test
  void aBadItemIsRefusedAndItsNeighbourIsRead() throws IOException {
    Listing listing =
        parse(
            atom(
                entry("2605.00001v1", "novel")
                    + entry("nonsense", "new")
                    + entry("2605.00003v1", "new").replace("A  title", " ")
                    + entry("2605.00002v1", "new")));
    assertThat(listing.papers()).extracting(p -> p.id().local()).containsExactly("2605.00002");
    assertThat(listing.refusals())
        .extracting(r -> r.place() + ": " + r.reason())
        .containsExactly(
            "oai:arXiv.org:2605.00001v1: announce type is «novel»",
            "oai:arXiv.org:nonsense: not an arXiv id: nonsense",
            "oai:arXiv.org:2605.00003v1: title is blank");
  }

  @Test
  void aCutOffFeedFailsAsAWhole() {
    String whole = atom(entry("2605.00001v1", "new"));
    for (int cut = whole.length() - 1; cut > 0; cut -= 41) {
      String part = whole.substring(0, cut);
      assertThatThrownBy(() -> parse(part)).as("cut at %d", cut).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPageIsNoFeed() {
    assertThatThrownBy(() -> parse("<html><body>Sorry</body></html>"))
        .hasMessage("the answer is XML, but no Atom or RSS feed");
  }

  private static Paper paper(String id, int version, String journal, String doi) {
    return new Paper(
        PaperId.arxiv(id),
        "arxiv",
        version,
        "A title",
        "Text & more.",
        List.of("Specimen Author 1", "Specimen Author 2"),
        List.of("math.AP", "math.OC"),
        null,
        journal,
        doi,
        "http://example.org/l",
        null,
        version > 1,
        DAY,
        false);
  }

  private static String entry(String id, String type) {
    return """
        <entry><id>oai:arXiv.org:%s</id><title>A  title</title><updated>2026-05-12T04:00:19Z</updated>
        <link href="https://arxiv.org/abs/2605.00001" rel="alternate"/>
        <summary>arXiv:%s Announce Type: %s
        Abstract: Text &amp; more.</summary><category term="math.AP"/><category term="math.OC"/>
        <published>2026-05-12T00:00:00-04:00</published><arxiv:announce_type>%s</arxiv:announce_type>
        <dc:rights>http://example.org/l</dc:rights><dc:creator>Specimen Author 1, Specimen Author 2</dc:creator></entry>
        """
        .formatted(id, id, type, type);
  }

  private static String atom(String entries) {
    return "<?xml version='1.0' encoding='UTF-8'?><feed xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns=\"http://www.w3.org/2005/Atom\"><title>all</title><updated>2026-05-12T04:00:19.866337+00:00</updated>"
        + entries
        + "</feed>";
  }

  private static String rss(String content) {
    return "<rss version='2.0' xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>all</title>"
        + content
        + "</channel></rss>";
  }

  private static Listing parse(String document) throws IOException {
    return ListingParser.parse(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }
}
