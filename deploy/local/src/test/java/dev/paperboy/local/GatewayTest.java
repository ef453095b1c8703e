package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.paperboy.backing.FreePort;
import dev.paperboy.backing.MailInbox;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
  private static final String ID = "20260512-230000-000-1-000001";
  private static final String MAIL =
      """
      Delivered-To: reader@example.org
      From: Paperboy <paperboy@localhost>
      Subject: <b>Two</b> papers
      Message-ID: <digest-1@localhost>
      Content-Type: multipart/alternative; boundary=x

      --x
      Content-Type: text/plain

      See http://localhost:8080/papers/1.
      --x
      Content-Type: text/html

      <html><head></head><body><a href="http://localhost:8080/">site</a></body></html>
      --x--
      """
          .replace("\n", "\r\n");

  @TempDir Path dir;
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer notify;
  private Gateway gateway;
  private int port;

  @BeforeEach
  void start() throws IOException {
    notify = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    notify.createContext(
        "/",
        exchange -> {
          String heard =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + "\n"
                  + exchange.getRequestHeaders().entrySet().stream()
                      .map(header -> header.getKey().toLowerCase() + "=" + header.getValue())
                      .sorted()
                      .collect(Collectors.joining("\n"))
                  + "\n"
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] bytes = heard.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    notify.start();
    port = FreePort.one();
    gateway =
        Gateway.start(
            port,
            Map.of(
                Routes.Target.NOTIFY, List.of(notify.getAddress().getPort()),
                Routes.Target.CLASSIFY, List.of(FreePort.one())),
            MailInbox.in(dir));
  }

  @AfterEach
  void stop() {
    gateway.close();
    notify.stop(0);
  }

  @Test
  void aServiceHearsWhoReallyAsks() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/subscribe?q=a%20b")
                .header("X-Forwarded-For", "6.6.6.6")
                .POST(BodyPublishers.ofString("address=a%40example.org"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines())
        .contains(
            "POST /subscribe?q=a%20b",
            "x-forwarded-for=[127.0.0.1]",
            "x-forwarded-proto=[http]",
            "x-forwarded-host=[localhost:%d]".formatted(port),
            "address=a%40example.org");
  }

  @Test
  void aServiceThatIsDownGetsAFriendlyPage() throws Exception {
    HttpResponse<String> answer = get("/search?q=x");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    assertThat(answer.body()).contains("One moment, please");
  }

  @Test
  void aClientThatWouldRatherSpeakHttp2StaysWithHttp11() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/subscribe")
                .version(HttpClient.Version.HTTP_2)
                .POST(BodyPublishers.ofString("address=a%40example.org"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(answer.body().lines()).contains("address=a%40example.org");
  }

  @Test
  void aHugeBodyNeverReachesAService() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/subscribe")
                .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyOfUnknownLengthIsRefused() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              "POST /subscribe HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 411");
    }
  }

  @Test
  void theInboxShowsMailAsListMessageAndParts() throws Exception {
    Files.writeString(dir.resolve(ID + ".eml"), MAIL);

    assertThat(get("/inbox").body())
        .contains("&lt;b&gt;Two&lt;/b&gt; papers", "reader@example.org", "/inbox/" + ID);
    assertThat(get("/inbox/" + ID).body())
        .contains(
            "&lt;digest-1@localhost&gt;",
            "sandbox=\"allow-popups allow-popups-to-escape-sandbox"
                + " allow-top-navigation-by-user-activation\"",
            "<a href=\"http://localhost:8080/papers/1\">http://localhost:8080/papers/1</a>.");
    HttpResponse<String> html = get("/inbox/" + ID + "/html");
    assertThat(html.body()).contains("<head><base target=\"_top\"></head>");
    assertThat(html.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'")
        .doesNotContain("allow-scripts");
    assertThat(get("/inbox/" + ID + "/raw").body()).isEqualTo(MAIL);
  }

  @Test
  void theInboxHasNothingElse() throws Exception {
    Files.writeString(dir.resolve("secrets.eml"), "no");
    for (String path :
        List.of("/inbox/secrets", "/inbox/..%2Fsecrets", "/inbox/" + ID, "/inbox/a/b/c/d")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    HttpResponse<String> post =
        client.send(
            request("/inbox").POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
    assertThat(post.statusCode()).isEqualTo(405);
  }

  @Test
  void copiesAreAskedInTurnAndOneThatIsGoneIsPassedOver() throws Exception {
    HttpServer second =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    second.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    second.start();
    int several = FreePort.one();
    try (Gateway copies =
        Gateway.start(
            several,
            Map.of(
                Routes.Target.NOTIFY,
                List.of(notify.getAddress().getPort(), second.getAddress().getPort()),
                Routes.Target.CLASSIFY,
                List.of(FreePort.one())),
            MailInbox.in(dir))) {
      List<Integer> both = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        both.add(post(several));
      }
      assertThat(both).containsExactly(200, 204, 200, 204);

      second.stop(0);
      for (int i = 0; i < 4; i++) {
        assertThat(post(several)).isEqualTo(200);
      }
    }
  }

  private int post(int gatewayPort) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + gatewayPort + "/subscribe"))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofString("a=b"))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    assertThatThrownBy(
            () ->
                Gateway.start(
                    port,
                    Map.of(Routes.Target.NOTIFY, List.of(1), Routes.Target.CLASSIFY, List.of(2)),
                    MailInbox.in(dir)))
        .hasMessage("port " + port + " is taken by another program; choose one with --port");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .version(HttpClient.Version.HTTP_1_1);
  }
}
