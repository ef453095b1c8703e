package dev.paperboy.ingest.harvest;

import static dev.paperboy.ingest.harvest.BadAnswers.bomb;
import static dev.paperboy.ingest.harvest.BadAnswers.entity;
import static dev.paperboy.ingest.harvest.BadAnswers.notUtf8;
import static dev.paperboy.ingest.harvest.BadAnswers.skewed;
import static dev.paperboy.ingest.harvest.BadAnswers.status;
import static dev.paperboy.ingest.harvest.Database.column;
import static dev.paperboy.ingest.harvest.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.backing.Fault;
import dev.paperboy.backing.Fault.Sending;
import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every fault that a server of papers is known for, met in the middle of a list: what the operator
 * is told, and that no paper is lost or told twice when it is over.
 */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class FaultsQuarkusTest {
  private static final FaultTable TABLE = new FaultTable();
  private static final Fault FINE = new Fault.None();
  private static final String NOTHING_WRONG = "";
  private static final String FIRST_LIST = "6511260";
  private static int archives = 100;

  @Inject Replica replica;

  @BeforeEach
  void emptyStore() throws Exception {
    sql("truncate paper, refusal, feed, lease, request_limit");
  }

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @Test
  void serversThatAskForPatience() throws Throwable {
    String inTwoSeconds =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
    meet("429, Retry-After: 1", NOTHING_WRONG, FINE, status(429, "Retry-After", "1"));
    meet("429, Retry-After: a date", NOTHING_WRONG, FINE, status(429, "Retry-After", inTwoSeconds));
    meet("503, Retry-After: 1", NOTHING_WRONG, FINE, Fault.busy(1));
    meet("503 without Retry-After", NOTHING_WRONG, FINE, status(503));
    meet(
        "503, Retry-After: 3600",
        "arxiv.org asked to be left alone for 3[56]\\d\\d s more",
        FINE,
        Fault.busy(3600));
    meet(
        "429 five times",
        "HTTP 429 5 times from 127.0.0.1; it asks for patience and is asked again",
        FINE,
        status(429, "Retry-After", "0"),
        status(429, "Retry-After", "0"),
        status(429, "Retry-After", "0"),
        status(429, "Retry-After", "0"),
        status(429, "Retry-After", "0"));
  }

  @Test
  void serversThatAreBroken() throws Throwable {
    meet(
        "500",
        "HTTP 500 from 127.0.0.1: the server has trouble; it is asked again",
        FINE,
        status(500));
    meet(
        "403",
        "HTTP 403 from 127.0.0.1: it refuses us; is a proxy, a key or a block in the way\\?",
        FINE,
        status(403));
    meet(
        "301 to another host",
        "HTTP 301 from 127.0.0.1: it has moved to «https://example.org/oai».* set the new address",
        FINE,
        status(301, "Location", "https://example.org/oai"));
    meet(
        "no answer (response time-out)",
        "no answer from 127.0.0.1 within 2 s; it is asked again",
        FINE,
        new Fault.Silence());
    meet(
        "a body that stops",
        "the answer of 127.0.0.1 was not complete after 2 s",
        FINE,
        Fault.sent(Sending.STOPS));
    meet(
        "a body shorter than its length",
        "the answer broke off before its end; it is asked for again .*",
        FINE,
        Fault.sent(Sending.HALF));
    meet(
        "cut off inside its gzip",
        "the answer can't be unpacked or was cut off.*",
        FINE,
        new Fault.CutOff());
    meet(
        "cut off inside a record",
        "the answer is not well-formed XML, or was cut off: .*",
        FINE,
        Fault.text(xml -> xml.substring(0, xml.indexOf("<authors>"))));
  }

  @Test
  void serversThatCannotBeReached() throws Throwable {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = closed.getLocalPort();
      closed.close();
      unreachable(
          "connection refused",
          port,
          "no connection to 127.0.0.1: is this machine online, or behind a proxy\\?");
    }
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        waiting.add(new Socket(InetAddress.getLoopbackAddress(), full.getLocalPort()));
      }
      unreachable(
          "no connection (connect time-out)",
          full.getLocalPort(),
          "no connection to 127.0.0.1 within 2 s: is this machine online, or behind a proxy\\?");
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void answersThatAreNoListOfRecords() throws Throwable {
    meet(
        "HTML error page, status 200",
        "127.0.0.1 answered with «text/html» where XML was asked for; an error page or a proxy\\?",
        FINE,
        new Fault.Status(200, Map.of("Content-Type", "text/html"), "<html>Sorry</html>"));
    meet(
        "HTML that says it is XML",
        "the answer is (XML, but no OAI-PMH|not well-formed XML).*",
        FINE,
        new Fault.Status(
            200, Map.of("Content-Type", "text/xml"), "<html><body>Sorry</body></html>"));
    meet(
        "another content type",
        "127.0.0.1 answered with «application/json» where XML was asked for.*",
        FINE,
        new Fault.Changed(body -> body, Map.of("Content-Type", "application/json"), Sending.WHOLE));
    meet(
        "gzip bomb: 65 MB out of 64 KB",
        "the answer is larger than 64 MB, which no honest one is",
        FINE,
        bomb());
    meet(
        "malformed UTF-8",
        "the answer is not well-formed XML, or was cut off: .*",
        FINE,
        notUtf8());
    meet(
        "malformed XML",
        "the answer is not well-formed XML, or was cut off: .*",
        FINE,
        Fault.text(xml -> xml.replaceFirst("</title>", "</titel>")));
    meet(
        "external entity (XXE)",
        "the answer has a DOCTYPE.* it is not read",
        FINE,
        entity("<!ENTITY x SYSTEM \"file:///etc/hostname\">"));
    meet(
        "billion laughs",
        "the answer has a DOCTYPE.* it is not read",
        FINE,
        entity(
            "<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"));
  }

  @Test
  void listsThatGoWrong() throws Throwable {
    meet("expired token, same run", NOTHING_WRONG, FINE, new Fault.OaiError("badResumptionToken"));
    meet(
        "an OAI error nobody knows",
        "the OAI-PMH server says undefinedError .*: Paperboy does not know that error.*",
        FINE,
        new Fault.OaiError("undefinedError"));
    meet(
        "token loop: the same again",
        "arXiv gave the same resumption token twice.*",
        FINE,
        Fault.text(xml -> xml.replaceFirst("\\|7</resumption", "|4</resumption")));
    meet(
        "token loop: a cycle of two",
        "arXiv gave the same resumption token twice.*",
        FINE,
        FINE,
        Fault.text(
            xml ->
                xml.replaceFirst("(<resumptionToken[^>]*>)</res", "$1" + FIRST_LIST + "|4</res")));
    AtomicReference<String> first = new AtomicReference<>();
    meet(
        "a repeated page",
        "arXiv gave the same page twice in a row.*",
        Fault.text(
            xml -> {
              first.set(xml);
              return xml;
            }),
        Fault.text(xml -> first.get().replace("|4</resumption", "|7</resumption")));
    meet("noRecordsMatch", NOTHING_WRONG, new Fault.OaiError("noRecordsMatch"));
    meet("server's clock 30 h ahead", NOTHING_WRONG, skewed(30), skewed(30), skewed(30));
    meet("server's clock 30 h behind", NOTHING_WRONG, skewed(-30), skewed(-30), skewed(-30));
    meet(
        "a record of 300 KB",
        "1 refused: 293 KB; a paper may have 256 KB at most.*",
        FINE,
        Fault.text(xml -> xml.replaceFirst("<title>T", "<title>" + "x".repeat(300_000))));
  }

  @Test
  void aTokenThatExpiresBetweenTwoRuns() throws Throwable {
    try (Archive archive = Archive.open(archives++)) {
      archive.server().fail(FINE, status(500));
      HarvestJob job = replica.of(archive.server().uri());
      job.runNow();
      assertThat(column("select count(*) from paper")).containsExactly("3");
      archive.server().expireTokens();
      int before = archive.server().queries().size();
      job.runNow();
      TABLE.add(
          "expired token, next run (midnight)",
          archive.server().queries().size() - before,
          told(),
          archive.papers(),
          column("select verdict from feed").getFirst());
    }
  }

  /** A first run that meets the faults, and the runs after them. */
  private void meet(String name, String expected, Fault... faults) throws Throwable {
    emptyStore();
    try (Archive archive = Archive.open(archives++)) {
      archive.server().fail(faults);
      HarvestJob job = replica.of(archive.server().uri());
      job.runNow();
      String told = told();
      int requests = archive.server().queries().size();
      assertThat(told)
          .as(name)
          .matches(expected.isEmpty() ? "(?!down).*" : "(down: )?" + expected + "( \\(since.*)?");
      // A pause that was asked for is over some time.
      sql("truncate request_limit");
      job.runNow();
      job.runNow();
      assertThat(column("select count(*) from refusal")).as(name).containsExactly("0");
      TABLE.add(name, requests, told, archive.papers(), verdict());
    }
  }

  private void unreachable(String name, int port, String expected) throws Throwable {
    emptyStore();
    try (Archive archive = Archive.open(archives++)) {
      replica.of(URI.create("http://127.0.0.1:" + port + "/oai")).runNow();
      String told = told();
      assertThat(told).as(name).matches("down: " + expected + " \\(since.*");
      // Another job of the same process would go on with the same lease.
      sql("truncate lease");
      replica.of(archive.server().uri()).runNow();
      TABLE.add(name, 0, told, archive.papers(), verdict());
    }
  }

  private static String told() throws Exception {
    List<String> refusals = column("select reason from refusal");
    return refusals.isEmpty()
        ? column("select verdict || ': ' || detail from feed").getFirst()
        : refusals.size() + " refused: " + refusals.getFirst();
  }

  private static String verdict() throws Exception {
    return column("select verdict from feed").getFirst();
  }
}
