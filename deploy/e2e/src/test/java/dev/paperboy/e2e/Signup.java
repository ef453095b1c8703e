package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.MailMessage;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Subscribes as a browser without scripts does: by the forms and the link in the mail. */
final class Signup {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalRun paperboy;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Signup(LocalRun paperboy) {
    this.paperboy = paperboy;
  }

  /**
   * Fills the form, looks at the preview, gives the address, waits for the confirmation mail, and
   * presses the button behind its link.
   */
  void subscribe(String address, String keywords, String category)
      throws IOException, InterruptedException {
    URI page = paperboy.site("/subscribe");
    FormElement form = form(page, get(page));
    form.selectFirst("textarea[name=keywords]").val(keywords);
    form.selectFirst("input[name=category]:not([type=checkbox])").val(category);
    FormElement second = form(page, submit(form));
    second.selectFirst("input[name=address]").val(address);
    // The page asks whoever is quicker than a reader to press the button once more.
    await().atMost(PATIENCE).untilAsserted(() -> submit(second));
    URI link = URI.create(confirmationLink(address));
    assertThat(link.getPath()).startsWith("/confirm/");
    submit(form(link, get(link)));
  }

  private String confirmationLink(String address) throws IOException {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(mailsTo(address)).as("mails to " + address).isNotEmpty());
    Element link = Jsoup.parse(mailsTo(address).getLast().html()).selectFirst("a[href*=/confirm/]");
    assertThat(link).as("confirmation link").isNotNull();
    return link.attr("href");
  }

  private List<MailMessage> mailsTo(String address) throws IOException {
    return paperboy.inbox().messages().stream().filter(mail -> mail.to().equals(address)).toList();
  }

  private String get(URI page) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(page));
  }

  private String submit(FormElement form) throws IOException, InterruptedException {
    String fields =
        form.formData().stream()
            .map(field -> Map.entry(field.key(), field.value()))
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    URI action = URI.create(form.absUrl("action"));
    return send(
        HttpRequest.newBuilder(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", paperboy.site("").toString())
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = browser.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as(answer.uri() + "\n" + Jsoup.parse(answer.body()).text())
        .isEqualTo(200);
    return answer.body();
  }

  private static FormElement form(URI page, String html) {
    return Jsoup.parse(html, page.toString()).forms().stream()
        .filter(form -> form.attr("method").equalsIgnoreCase("post"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form on " + page + "\n" + html));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
