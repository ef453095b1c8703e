package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.paperboy.backing.MailMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the front page to the mail and out again, in a real browser. */
class JourneyE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The form wants a reader to look at it for a second. */
  private static final Duration A_LOOK = Duration.ofMillis(1_200);

  private static final String TOPIC = "quantum-error-correction";
  private static final List<Specimens.Field> WANTED =
      List.of(Specimens.Field.QUBITS, Specimens.Field.EXOPLANETS);

  private static LocalRun paperboy;
  private static Chromium chromium;

  @BeforeAll
  static void liveThroughTheDay() throws Exception {
    if (!Chromium.isThere()) {
      System.out.println(Chromium.absence());
    }
    assumeTrue(Chromium.isThere(), Chromium.absence());
    Stopwatch watch = new Stopwatch("journey");
    chromium = new Chromium();
    watch.lap("chromium");
    paperboy = LocalRun.in("journey");
    Path papers = Specimens.threeDays(paperboy.data().resolve("specimens.jsonl"));
    Launched up = paperboy.up("--papers", papers.toString(), "--day", Specimens.DAY.toString());
    assertThat(up.exitCode()).as(up.output()).isZero();
    watch.lap("healthy");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(paperboy.counters().shelved()).isEqualTo(Specimens.A_DAY));
    watch.lap("papers on the shelf");
  }

  @AfterAll
  static void stop() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
    if (paperboy != null) {
      paperboy.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReaderFindsSubscribesReadsAndLeaves(Chromium.Device device) throws Exception {
    Stopwatch watch = new Stopwatch("journey " + device);
    String address = "reader.%s@example.org".formatted(device).toLowerCase(Locale.ROOT);
    try (Visit visit = new Visit(paperboy, chromium, device)) {
      lookAround(visit);
      watch.lap("front page, search");
      subscribe(visit, address);
      watch.lap("form sent");
      openMail(visit, mailTo(address, "confirm"));
      visit.picture("confirmation-mail");
      visit
          .mail()
          .getByRole(AriaRole.LINK)
          .filter(new Locator.FilterOptions().setHasText("Confirm the"))
          .click();
      visit.page().waitForURL("**/confirm/**");
      visit.picture("confirm");
      visit.press("Yes, send me the papers");
      assertThat(visit.heading()).isEqualTo("Welcome");
      visit.picture("welcome");
      watch.lap("confirmed");
      readDigest(visit, address);
      watch.lap("digest read");
      leave(visit, address);
      watch.lap("left");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static void lookAround(Visit visit) {
    visit.open("/");
    visit.picture("front-page");
    assertThat(Visit.titles(visit.page().locator(".paper-title")))
        .hasSize(Specimens.A_DAY)
        .allMatch(title -> title.contains(", specimen "));
    visit.page().locator("input[name=q]").fill("\"exoplanet atmospheres\" -robust");
    visit.press("Search");
    visit.picture("search");
    assertThat(Visit.titles(visit.page().locator(".paper-title")))
        .isNotEmpty()
        .allMatch(title -> title.contains(Specimens.Field.EXOPLANETS.subject))
        .noneMatch(title -> title.startsWith("Robust"));
  }

  private static void subscribe(Visit visit, String address) {
    visit.page().getByText("Mail me this, daily").click();
    assertThat(visit.page().locator("#keywords").inputValue()).contains("exoplanet");
    visit.open("/subscribe");
    visit.picture("subscribe");
    visit.page().locator("#address").fill(address);
    visit
        .page()
        .locator(
            "details.topic-group",
            new Page.LocatorOptions().setHas(visit.page().locator("input[value=" + TOPIC + "]")))
        .locator("summary")
        .click();
    visit.page().locator("label.choice:has(input[value=" + TOPIC + "])").click();
    visit.page().locator("#keywords").fill("exoplanet");
    visit.picture("subscribe-filled");
    await()
        .atMost(PATIENCE)
        .pollDelay(A_LOOK)
        .pollInterval(A_LOOK)
        .untilAsserted(
            () -> {
              visit.press("Subscribe");
              assertThat(visit.heading()).isEqualTo("Please look into your mail");
            });
    visit.picture("subscribed");
  }

  private static void readDigest(Visit visit, String address) throws IOException {
    MailMessage digest = mailTo(address, "List-Unsubscribe");
    openMail(visit, digest);
    visit.picture("digest-in-the-inbox");
    List<String> titles = Visit.titles(visit.mail().locator("h2 a"));
    assertThat(titles)
        .hasSize(WANTED.size() * Specimens.A_FIELD_AND_DAY)
        .allMatch(title -> WANTED.stream().anyMatch(field -> title.contains(field.subject)));
    visit.mail().getByText("Read on the web").click();
    visit.page().waitForURL("**/digests/**");
    visit.picture("digest-on-the-web");
    assertThat(Visit.titles(visit.page().locator("h2 a"))).isEqualTo(titles);
    openMail(visit, digest);
  }

  private static void leave(Visit visit, String address) throws Exception {
    visit
        .mail()
        .getByRole(AriaRole.LINK)
        .filter(new Locator.FilterOptions().setHasText("Unsubscribe"))
        .click();
    visit.page().waitForURL("**/unsubscribe/**");
    visit.picture("leave");
    visit.press("Unsubscribe");
    assertThat(visit.heading()).isEqualTo("You are unsubscribed");
    visit.picture("left");
    int mails = mailsTo(address).size();
    Launched digest = paperboy.digest("--date", Specimens.LAST_DAY.toString(), "--for", address);
    assertThat(digest.output()).contains("0 made now", "is no confirmed subscriber");
    assertThat(mailsTo(address)).hasSize(mails);
  }

  /** Finds the mail in the list and clicks it. */
  private static void openMail(Visit visit, MailMessage mail) {
    visit.open("/inbox");
    visit.page().locator("a[href='/inbox/" + mail.id() + "']").click();
    visit.mail().locator("body").waitFor();
    assertThat(visit.mail().locator("script").count()).as("scripts in the mail").isZero();
  }

  /** The newest mail to that address that has a header of that name or that word in its subject. */
  private static MailMessage mailTo(String address, String mark) throws IOException {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(marked(address, mark)).isNotEmpty());
    return marked(address, mark).getFirst();
  }

  private static List<MailMessage> marked(String address, String mark) throws IOException {
    return mailsTo(address).stream()
        .filter(mail -> mail.header(mark).isPresent() || mail.subject().contains(mark))
        .toList();
  }

  private static List<MailMessage> mailsTo(String address) throws IOException {
    return paperboy.inbox().messages().stream().filter(mail -> mail.to().equals(address)).toList();
  }
}
