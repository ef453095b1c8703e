package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.backing.FakeArxiv.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeArxivTest {
  private static final String LIST = "verb=ListRecords&metadataPrefix=arXivRaw";
  private static final Path RECORDED =
      Path.of("../../../shared/data/protocol/oai/harvest-2023-03-07");
  private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");
  private static final Pattern IDENTIFIER = Pattern.compile("<identifier>oai:arXiv.org:([^<]+)<");

  @TempDir Path dir;
  private final HttpClient http = HttpClient.newHttpClient();
  private FakeArxiv arxiv;

  @BeforeEach
  void fiveRecordsOfThreeDaysInTwoKindsOfFile() throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(dir.resolve("page-1.xml.gz")))) {
      out.write(
          OaiAnswers.document(
              "<ListRecords>"
                  + record(1, "2026-05-11")
                  + record(2, "2026-05-11")
                  + record(3, "2026-05-12")
                  + "<resumptionToken cursor='0'>6|4</resumptionToken></ListRecords>"));
    }
    Files.writeString(
        dir.resolve("page-2.xml"), record(4, "2026-05-12") + "\n" + record(5, "2026-05-13"));
    Files.write(
        dir.resolve("get-record.xml"),
        OaiAnswers.document("<GetRecord>" + record(9, "2026-05-13") + "</GetRecord>"));
    arxiv = FakeArxiv.recorded(dir, 2);
  }

  @AfterEach
  void stop() {
    arxiv.close();
  }

  @Test
  void cutsTheRecordsIntoPages() throws Exception {
    List<List<String>> pages = readList(LIST);

    assertThat(pages)
        .containsExactly(List.of("00001", "00002"), List.of("00003", "00004"), List.of("00005"));
  }

  @Test
  void saysWhereInTheListAPageIs() throws Exception {
    String first = get(LIST);
    String second = get("verb=ListRecords&resumptionToken=" + encodedToken(first));
    String last = get("verb=ListRecords&resumptionToken=" + encodedToken(second));

    assertThat(first).contains("<resumptionToken cursor=\"0\" completeListSize=\"5\">");
    assertThat(second).contains("<resumptionToken cursor=\"2\" completeListSize=\"5\">");
    assertThat(last)
        .contains("<resumptionToken cursor=\"4\" completeListSize=\"5\"></resumptionToken>");
  }

  @Test
  void listsTheDaysAskedFor() throws Exception {
    assertThat(readList(LIST + "&from=2026-05-12"))
        .containsExactly(List.of("00003", "00004"), List.of("00005"));
    assertThat(readList(LIST + "&until=2026-05-11")).containsExactly(List.of("00001", "00002"));
    assertThat(readList(LIST + "&from=2026-05-12&until=2026-05-12"))
        .containsExactly(List.of("00003", "00004"));
  }

  @Test
  void listsTheSetAskedFor() throws Exception {
    arxiv.put(record(6, "2026-05-12").replace("<setSpec>cs", "<setSpec>physics:hep-th"));

    assertThat(readList(LIST + "&set=physics")).containsExactly(List.of("00006"));
    assertThat(readList(LIST + "&set=phys")).containsExactly(List.of());
  }

  @Test
  void aQuietDayIsAnErrorWithStatus200() throws Exception {
    HttpResponse<byte[]> answer = send(LIST + "&from=2026-05-14");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).contains("<error code=\"noRecordsMatch\">");
  }

  @Test
  void wrongArgumentsAreToldApart() throws Exception {
    assertThat(get("verb=Harvest")).contains("badVerb");
    assertThat(get("verb=ListRecords")).contains("badArgument");
    assertThat(get(LIST + "&from=yesterday")).contains("badArgument");
    assertThat(get(LIST + "&from=2026-05-12&until=2026-05-11")).contains("badArgument");
    assertThat(get(LIST + "&resumptionToken=1")).contains("badArgument");
    for (String token : List.of("1", "x|y", "99%7C3", "")) {
      assertThat(get("verb=ListRecords&resumptionToken=" + token.replace("|", "%7C")))
          .contains("badResumptionToken");
    }
  }

  @Test
  void tokensDieAtMidnightAndNotBefore() throws Exception {
    String query = "verb=ListRecords&resumptionToken=" + encodedToken(get(LIST));
    assertThat(ids(get(query))).containsExactly("00003", "00004");
    assertThat(ids(get(query))).containsExactly("00003", "00004");

    arxiv.expireTokens();

    assertThat(get(query)).contains("<error code=\"badResumptionToken\">");
    assertThat(readList(LIST)).hasSize(3);
  }

  @Test
  void tokensOfWholePagesDieToo() throws Exception {
    String page = "<ListRecords>%s<resumptionToken>%s</resumptionToken></ListRecords>";
    arxiv.serve(
        List.of(
            OaiAnswers.document(page.formatted(record(1, "2026-05-11"), "7|2")),
            OaiAnswers.document(page.formatted(record(2, "2026-05-11"), ""))));
    assertThat(readList(LIST)).hasSize(2);

    arxiv.expireTokens();

    assertThat(get("verb=ListRecords&resumptionToken=7%7C2")).contains("badResumptionToken");
    assertThat(readList(LIST)).hasSize(2);
  }

  @Test
  void aListGoesOnAsItBeganWhileRecordsChange() throws Exception {
    String first = get(LIST);

    arxiv.put(record(3, "2026-05-14") + record(6, "2026-05-14"));

    assertThat(ids(get("verb=ListRecords&resumptionToken=" + encodedToken(first))))
        .containsExactly("00003", "00004");
    assertThat(readList(LIST + "&from=2026-05-14")).containsExactly(List.of("00003", "00006"));
  }

  @Test
  void aDeletedRecordIsAHeaderAlone() throws Exception {
    arxiv.put(
        """
        <record><header status="deleted"><identifier>oai:arXiv.org:2605.00002</identifier>
        <datestamp>2026-05-14</datestamp><setSpec>cs</setSpec></header></record>
        """);

    String answer = get(LIST + "&from=2026-05-14");

    assertThat(ids(answer)).containsExactly("00002");
    assertThat(answer).contains("<header status=\"deleted\">").doesNotContain("<metadata>");
    assertThat(readList(LIST + "&until=2026-05-11")).containsExactly(List.of("00001"));
  }

  @Test
  void whoIsTooFastIsToldHowLongToWait() throws Exception {
    arxiv.fail(Fault.busy(7));

    HttpResponse<byte[]> answer = send(LIST);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(new String(answer.body(), UTF_8)).contains("Retry after 7 seconds");
    assertThat(send(LIST).statusCode()).isEqualTo(200);
  }

  @Test
  void aCutOffAnswerHoldsHalf() throws Exception {
    arxiv.fail(new Fault.CutOff());

    HttpResponse<byte[]> answer = send(LIST);

    assertThatThrownBy(() -> text(answer)).isInstanceOf(IOException.class);
  }

  @Test
  void countsGapsOverAClientThatIsKilled() throws Exception {
    URI uri = arxiv.uri();
    try (Socket killed = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      killed.setSoLinger(true, 0);
      killed
          .getOutputStream()
          .write(
              "GET /oai?%s HTTP/1.1\r\nHost: %s\r\n\r\n"
                  .formatted(LIST, uri.getAuthority())
                  .getBytes(UTF_8));
      while (arxiv.queries().isEmpty()) {
        Thread.onSpinWait();
      }
    }
    long killedAt = System.nanoTime();
    while (System.nanoTime() - killedAt < 50_000_000) {
      Thread.onSpinWait();
    }

    get(LIST + "&from=2026-05-13");

    assertThat(arxiv.queries()).containsExactly(LIST, LIST + "&from=2026-05-13");
    assertThat(arxiv.gapsMillis()).singleElement().matches(gap -> gap >= 50);
  }

  @Test
  void filesWithoutRecordsOrCutOffAreRefused() throws Exception {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    assertThatThrownBy(() -> FakeArxiv.recorded(empty, 2)).hasMessageContaining("no records in");

    Files.writeString(empty.resolve("cut.xml"), "<record><header>");
    assertThatThrownBy(() -> FakeArxiv.recorded(empty, 2))
        .hasMessageContaining("cut.xml: a record is cut off");

    Files.writeString(empty.resolve("cut.xml"), "<record><header></header></record>");
    assertThatThrownBy(() -> FakeArxiv.recorded(empty, 2)).hasMessageContaining("header lacks");
  }

  @Test
  void servesTheWholeRecordedHarvest() throws Exception {
    if (!Files.isDirectory(RECORDED)) {
      System.out.println(
          "skipped: no recorded harvest in " + RECORDED.toAbsolutePath().normalize());
    }
    assumeTrue(Files.isDirectory(RECORDED), "no recorded harvest here");
    try (FakeArxiv recorded = FakeArxiv.recorded(RECORDED, 1000)) {
      arxiv.close();
      arxiv = recorded;

      List<List<String>> pages = readList(LIST + "&from=2023-03-07");

      assertThat(pages.stream().map(List::size)).containsExactly(1000, 1000, 265);
      assertThat(pages.stream().flatMap(List::stream).distinct()).hasSize(2265);
      assertThat(get(LIST + "&from=2023-03-08")).contains("noRecordsMatch");
    }
  }

  /** The local identifiers of each page, read as a client does. */
  private List<List<String>> readList(String query) throws Exception {
    List<List<String>> pages = new ArrayList<>();
    String page = get(query);
    pages.add(ids(page));
    for (String token = token(page); token != null; token = token(page)) {
      page = get("verb=ListRecords&resumptionToken=" + URLEncoder.encode(token, UTF_8));
      pages.add(ids(page));
    }
    return pages;
  }

  private String get(String query) throws Exception {
    return text(send(query));
  }

  private HttpResponse<byte[]> send(String query) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(arxiv.uri() + "?" + query)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), UTF_8);
  }

  private static String encodedToken(String page) {
    return URLEncoder.encode(token(page), UTF_8);
  }

  private static String token(String page) {
    Matcher found = TOKEN.matcher(page);
    return found.find() ? found.group(1) : null;
  }

  /** Of {@code 2605.00001} the number alone; of others the whole. */
  private static List<String> ids(String page) {
    return IDENTIFIER
        .matcher(page)
        .results()
        .map(found -> found.group(1).replaceFirst("^2605\\.", ""))
        .toList();
  }

  private static String record(int number, String day) {
    return """
    <record><header><identifier>oai:arXiv.org:2605.%05d</identifier><datestamp>%s</datestamp>
    <setSpec>cs</setSpec></header><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
    <title>Specimen</title></arXivRaw></metadata></record>
    """
        .formatted(number, day);
  }
}
