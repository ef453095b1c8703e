package dev.paperboy.bench.preview;

import dev.paperboy.backing.PackagedService;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in notify's forms as a reader does. */
final class Browser implements AutoCloseable {
  /** What the service is told to be reached by. */
  static final String SITE = "http://localhost:8080";

  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern ROW = Pattern.compile("<tbody>.*?<tr>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d+)\\s+(\\d+)\\s+(?:(\\d+)(?:\\s+\\((\\d+) in full\\))?|no mail)$");
  private static final Pattern PAPER = Pattern.compile("href=\"https://arxiv\\.org/abs/([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final PackagedService service;

  Browser(PackagedService service) {
    this.service = service;
  }

  /**
   * The latest day of a preview: {@code new papers, that fit, in full, by title: ids in order}.
   *
   * @param filter fields by name
   */
  String preview(Map<String, String> filter) throws IOException, InterruptedException {
    String page = post("/preview", filter, "");
    Matcher row = ROW.matcher(page);
    if (!row.find()) {
      throw new IOException("the preview has no days");
    }
    String words = row.group(1).replaceAll("<th.*?</th>", "").replaceAll("<[^>]+>", " ").strip();
    Matcher numbers = NUMBERS.matcher(words);
    if (!numbers.find()) {
      throw new IOException("the preview's row reads «" + words + "»");
    }
    int sent = numbers.group(3) == null ? 0 : Integer.parseInt(numbers.group(3));
    int full = numbers.group(4) == null ? sent : Integer.parseInt(numbers.group(4));
    List<String> ids = new ArrayList<>();
    if (sent > 0) {
      String sample = page.substring(page.indexOf("id=\"sample\""));
      Matcher paper = PAPER.matcher(sample.substring(0, sample.indexOf("</section>")));
      LinkedHashSet<String> found = new LinkedHashSet<>();
      while (paper.find()) {
        found.add("arxiv:" + paper.group(1));
      }
      ids.addAll(found);
    }
    return "%s %s %d %d: %s"
        .formatted(numbers.group(1), numbers.group(2), full, sent - full, String.join(" ", ids));
  }

  /** Subscribes. */
  void subscribe(Map<String, String> filter, String address)
      throws IOException, InterruptedException {
    post("/subscribe", filter, address);
  }

  private String post(String path, Map<String, String> filter, String address)
      throws IOException, InterruptedException {
    String form =
        client
            .send(
                HttpRequest.newBuilder(service.page("/subscribe")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher token = FORM.matcher(form);
    if (!token.find()) {
      throw new IOException("the subscribe page has no form");
    }
    StringBuilder body = new StringBuilder("form=" + encoded(token.group(1)));
    body.append("&address=").append(encoded(address));
    filter.forEach(
        (name, value) -> {
          for (String each : value.split("\\|")) {
            body.append('&').append(name).append('=').append(encoded(each));
          }
        });
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(service.page(path))
                .header("Origin", SITE)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
