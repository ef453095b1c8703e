package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page of the reading site in a real browser, with and without scripts, on a desk, on a phone
 * and in the dark; the pages behind a mail are looked at by {@link JourneyE2E}.
 */
@ExtendWith(SharedSite.class)
class PagesE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LIGHT = 60 * 1024;

  /** What runs or loads something by itself; the one script of our own aside. */
  private static final String ACTIVE =
      "script:not([src^='/static/topics.js?v=']), iframe, object, embed, base, [onerror], [onload]";

  private static final String RUN = "run";

  private static Site site;
  private static Chromium chromium;

  @BeforeAll
  static void announceOddPapers(Site shared) throws Exception {
    assumeTrue(
        shared.kafka() != null,
        "The pages are looked at on a site of our own: this one has no broker.");
    site = shared;
    Stopwatch watch = new Stopwatch("pages");
    OddPapers.announce(site.kafka());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(body("/api/v1/search?q=title:" + OddPapers.WORD))
                  .contains("\"total\":" + OddPapers.ALL);
              assertThat(body("/papers/" + OddPapers.FIRST)).contains("53 votes", "revised");
            });
    watch.lap(OddPapers.ALL + " odd papers announced");
    chromium = new Chromium();
  }

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** Addresses by what they are called on pictures. */
  private static Map<String, String> pages() throws Exception {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("trending", "/");
    pages.put("trending-month", "/?window=month");
    pages.put("trending-field", "/?window=month&field=cond-mat");
    pages.put("trending-empty", "/?field=no-such-field");
    pages.put("search-help", "/search");
    pages.put("search", "/search?q=" + OddPapers.WORD);
    pages.put("search-problem", "/search?q=autor:x");
    pages.put("search-nothing", "/search?q=nosuchwordanywhere");
    pages.put("paper", "/papers/" + OddPapers.FIRST);
    pages.put("paper-hostile", "/papers/" + OddPapers.HOSTILE);
    pages.put("topics", "/topics");
    pages.put("topics-of-a-field", "/topics/machine-learning");
    pages.put("topic", topicOf(OddPapers.FIRST));
    pages.put("author", "/authors/Ada%20Specimen");
    pages.put("author-hostile", "/authors/" + hostileAuthor());
    pages.put("ranking", "/about/ranking");
    pages.put(
        "subscribe", "/subscribe?topic=quantum-error-correction&author=Ada+Specimen&cat=cs.*");
    pages.put("ask-for-preferences", "/preferences");
    return pages;
  }

  @ParameterizedTest
  @EnumSource
  void everyPageCanBeUsedByEverybody(Chromium.Device device) throws Exception {
    Stopwatch watch = new Stopwatch("pages " + device);
    try (Visit visit = new Visit(site, chromium, device)) {
      for (Map.Entry<String, String> page : pages().entrySet()) {
        visit.open(page.getValue());
        visit.picture("page-" + page.getKey());
      }
      assertThat(visit.complaints()).isEmpty();
    }
    watch.lap(pages().size() + " pages");
  }

  @Test
  void anErrorIsAPageLikeTheOthers() {
    try (Visit visit = new Visit(site, chromium, Chromium.Device.DESKTOP)) {
      for (String path : List.of("/nowhere", "/papers/2602.99999", "/topics/no-such-topic")) {
        visit.page().navigate(site.page(path).toString());
        visit.picture("error");
        assertThat(visit.page().locator(".message-code").textContent()).isEqualTo("404");
      }
      // The browser itself notes that a page was not found.
      assertThat(visit.complaints()).allMatch(said -> said.contains("404 (Not Found)"));
    }
  }

  @Test
  void hostileTextRunsNowhere() throws Exception {
    List<String> run = new ArrayList<>();
    try (BrowserContext context = chromium.on(Chromium.Device.DESKTOP)) {
      Page page = context.newPage();
      page.onDialog(
          dialog -> {
            run.add("a dialog: " + dialog.message());
            dialog.dismiss();
          });
      page.onRequest(
          request -> {
            if (request.url().contains("evil.example")) {
              run.add("a request: " + request.url());
            }
          });
      List<String> addresses = new ArrayList<>(pages().values());
      addresses.addAll(
          List.of(
              "/feeds/search.atom?q=" + OddPapers.WORD,
              "/feeds/search.rss?q=" + OddPapers.WORD,
              "/feeds/search.json?q=" + OddPapers.WORD,
              "/api/v1/papers/" + OddPapers.HOSTILE,
              "/search?q=%22%3E%3Cscript%3Edocument.title='run'%3C/script%3E"));
      for (String address : addresses) {
        page.navigate(site.page(address).toString());
        assertThat(page.title()).as(address).isNotEqualTo(RUN);
        assertThat(page.locator(ACTIVE).count()).as(address).isZero();
      }
      page.navigate(site.page("/papers/" + OddPapers.HOSTILE).toString());
      assertThat(page.locator("h1").count()).isEqualTo(1);
      assertThat(page.locator("body > main").count()).isEqualTo(1);
      assertThat(page.locator("body > footer").isVisible()).isTrue();
      for (int i = 0; i < page.locator("main a").count(); i++) {
        assertThat(page.locator("main a").nth(i).getAttribute("href"))
            .matches("(?:/|https://)[^\\s\"<>]*")
            .doesNotStartWith("//")
            .doesNotContain("evil.example");
      }
    }
    assertThat(run).isEmpty();
  }

  @Test
  void topicsAreFoundByTypingAndTickedByKeys() {
    try (Visit visit = new Visit(site, chromium, Chromium.Device.DESKTOP)) {
      visit.open("/subscribe");
      Page page = visit.page();
      int fields = page.locator(".topic-group:visible").count();
      page.locator("#find-topic").focus();

      page.keyboard().type("quantum err");
      assertThat(page.locator(".topic-group .choice:visible").count()).isBetween(1, 5);
      assertThat(page.locator("#topics-found").textContent()).matches("\\d+ topics? below");
      visit.picture("topics-found");
      page.keyboard().press("Enter");
      page.keyboard().press("Space");
      assertThat(page.locator("input[name=topic]:checked").getAttribute("value"))
          .isEqualTo("quantum-error-correction");

      page.keyboard().press("ArrowUp");
      page.keyboard().type(" nosuchtopic");
      assertThat(page.locator("#topics-found").textContent()).contains("No topic is called so");
      page.keyboard().press("Escape");
      assertThat(page.locator(".topic-group:visible").count()).isEqualTo(fields);
      assertThat(page.locator("input[name=topic]:checked").count()).isEqualTo(1);
      assertThat(page.url()).endsWith("/subscribe");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void withoutScriptsTopicsAreOpenedByField() {
    try (Visit visit = new Visit(site, chromium, Chromium.Device.PHONE_WITHOUT_SCRIPTS)) {
      visit.open("/subscribe");
      assertThat(visit.page().locator("#find-topic").isVisible()).isFalse();
      visit.page().locator(".topic-group summary").first().click();
      assertThat(visit.page().locator(".topic-group .choice:visible").count()).isPositive();
    }
  }

  @Test
  void aFirstVisitIsLight() {
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/?window=month&field=cond-mat",
            "/search?q=" + OddPapers.WORD,
            "/papers/" + OddPapers.FIRST,
            "/topics",
            "/authors/Ada%20Specimen",
            "/subscribe")) {
      weights.put(path, transferred(path));
    }
    System.out.println("[pages] bytes of a first visit, as transferred: " + weights);
    assertThat(weights.values()).allMatch(bytes -> bytes <= LIGHT);
  }

  /** Bodies and headers of all that a page loads into an empty browser, as it tells itself. */
  private static int transferred(String path) {
    try (BrowserContext context = chromium.on(Chromium.Device.DESKTOP)) {
      Page page = context.newPage();
      page.navigate(site.page(path).toString());
      if (path.startsWith("/search") || path.startsWith("/?") || path.startsWith("/authors")) {
        assertThat(page.locator("li.paper").count()).as(path).isEqualTo(25);
      }
      List<?> sizes =
          (List<?>)
              page.evaluate(
                  "() => ['navigation', 'resource']"
                      + ".flatMap(type => performance.getEntriesByType(type))"
                      + ".map(loaded => loaded.transferSize)");
      assertThat(sizes).as(path).hasSizeGreaterThanOrEqualTo(2);
      return sizes.stream().mapToInt(size -> ((Number) size).intValue()).sum();
    }
  }

  private static String topicOf(String paper) throws Exception {
    return Jsoup.parse(body("/papers/" + paper)).select(".tag-lines a.chip").stream()
        .findFirst()
        .map(chip -> chip.attr("href"))
        .orElse("/topics/quantum-error-correction");
  }

  private static String hostileAuthor() throws Exception {
    return Jsoup.parse(body("/papers/" + OddPapers.HOSTILE))
        .select(".authors a")
        .first()
        .attr("href")
        .substring("/authors/".length());
  }

  private static String body(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = site.page(path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }
}
