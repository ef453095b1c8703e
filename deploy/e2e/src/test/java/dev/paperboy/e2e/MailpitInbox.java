package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The mails in a Mailpit, by its HTTP interface. */
final class MailpitInbox implements Inbox {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI mailpit;
  private final HttpClient client = HttpClient.newHttpClient();

  MailpitInbox(URI mailpit) {
    this.mailpit = mailpit;
  }

  @Override
  public List<Mail> mailsTo(String address) throws IOException {
    List<Mail> mails = new ArrayList<>();
    String query = URLEncoder.encode("to:\"" + address + "\"", StandardCharsets.UTF_8);
    for (JsonNode message : get("/api/v1/search?query=" + query).path("messages")) {
      String id = message.path("ID").asText();
      Set<String> headers = new TreeSet<>();
      get("/api/v1/message/" + id + "/headers")
          .fieldNames()
          .forEachRemaining(name -> headers.add(name.toLowerCase(Locale.ROOT)));
      mails.add(new Mail(id, message.path("Subject").asText(), headers));
    }
    return mails;
  }

  @Override
  public URI origin() {
    return mailpit;
  }

  @Override
  public Locator open(Page page, Mail mail) {
    String address = "%s/view/%s.html".formatted(mailpit, mail.id());
    assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
    return page.locator("body");
  }

  private JsonNode get(String path) throws IOException {
    URI address = URI.create(mailpit + path);
    try {
      var answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
