package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the front page to the mail and out again, in a real browser. */
@ExtendWith(SharedSite.class)
class JourneyE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The form wants a reader to look at it for a second. */
  private static final Duration A_LOOK = Duration.ofMillis(1_200);

  private static final String TOPIC = "quantum-error-correction";
  private static final List<Specimens.Field> WANTED =
      List.of(Specimens.Field.QUBITS, Specimens.Field.EXOPLANETS);

  private static Site site;
  private static Chromium chromium;

  @BeforeAll
  static void openABrowser(Site shared) {
    site = shared;
    chromium = new Chromium();
  }

  @AfterAll
  static void closeIt() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReaderFindsSubscribesReadsAndLeaves(Chromium.Device device) throws Exception {
    Stopwatch watch = new Stopwatch("journey " + device);
    String address = "reader.%s@example.org".formatted(device).toLowerCase(Locale.ROOT);
    try (Visit visit = new Visit(site, chromium, device)) {
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
      sayAndChange(visit, address);
      watch.lap("said something, changed something");
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

  /** In a reader's own words, and before there is an address. */
  private static void tryOut(Visit visit) {
    visit.open("/subscribe");
    visit.page().locator("#about").fill("the atmospheres of exoplanets");
    visit.press("Show me what this would send");
    visit.picture("preview");
    assertThat(visit.heading()).startsWith("In the last week this would have sent");
    assertThat(Visit.titles(visit.page().locator(".sample .paper-title")))
        .isNotEmpty()
        .first()
        .asString()
        .contains(Specimens.Field.EXOPLANETS.subject);
    assertThat(visit.page().locator(".sample .why").allTextContents())
        .allMatch(why -> why.startsWith("Because: about «the atmospheres of exoplanets» "));
    assertThat(visit.page().locator("#about").inputValue())
        .isEqualTo("the atmospheres of exoplanets");
    String example = visit.page().locator(".sample .paper-title a").first().getAttribute("href");
    visit.page().locator("details.chosen > summary").click();
    visit.page().locator("#about").fill("");
    visit.page().locator("#examples").fill(example);
    visit.press("Show me what this would send");
    assertThat(Visit.titles(visit.page().locator(".sample .paper-title")))
        .isNotEmpty()
        .allMatch(title -> title.contains(Specimens.Field.EXOPLANETS.subject));
    assertThat(visit.page().locator(".sample .why").allTextContents())
        .allMatch(why -> why.startsWith("Because: like «"));
  }

  private static void subscribe(Visit visit, String address) {
    visit.page().getByText("Mail me this, daily").click();
    assertThat(visit.page().locator("#keywords").inputValue()).contains("exoplanet");
    tryOut(visit);
    visit.open("/subscribe");
    visit.picture("subscribe");
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
    visit.press("Show me what this would send");
    visit.page().locator("#address").fill(address);
    visit.picture("subscribe-address");
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
    Mail digest = mailTo(address, "List-Unsubscribe");
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

  /** What readers may do once papers come: mark them, follow them elsewhere, see what is kept. */
  private static void sayAndChange(Visit visit, String address) throws IOException {
    visit.mail().getByText("More, less, save").first().click();
    visit.page().waitForURL("**/feedback/**");
    visit.picture("opinion");
    visit.press("Save it");
    assertThat(visit.heading()).isEqualTo("Noted");
    visit.picture("opinion-noted");
    visit.open("/preferences");
    visit.picture("preferences-link");
    visit.page().locator("#address").fill(address);
    visit.press("Mail me a link");
    openMail(visit, mailTo(address, "link to your"));
    visit.picture("preferences-mail");
    visit
        .mail()
        .getByRole(AriaRole.LINK)
        .filter(new Locator.FilterOptions().setHasText("Open your"))
        .click();
    visit.page().waitForURL("**/preferences/**");
    visit.picture("preferences");
    visit.press("Make a private feed");
    visit.page().getByText("JSON Feed").waitFor();
    visit.picture("preferences-with-feed");
    visit.page().getByText("Your digests and marked papers").click();
    visit.page().waitForURL("**/account");
    visit.picture("history");
    assertThat(visit.page().locator(".history").last().textContent()).contains("Saved");
    visit.page().getByText("Back to your preferences").click();
    visit.page().getByText("Change your address").click();
    visit.page().waitForURL("**/address");
    visit.picture("address");
    visit.page().getByText("Back to your preferences").click();
    visit.press("Send me a test digest");
    assertThat(visit.heading()).isEqualTo("A test digest is on its way");
    openMail(visit, mailTo(address, "Test: "));
    visit.picture("test-digest");
    openMail(visit, mailTo(address, "List-Unsubscribe"));
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
    assertThat(site.digest(Specimens.LAST_DAY, address)).contains("is no confirmed subscriber");
    assertThat(mailsTo(address)).hasSize(mails);
  }

  private static void openMail(Visit visit, Mail mail) {
    visit.openMail(mail);
    assertThat(visit.mail().locator("script").count()).as("scripts in the mail").isZero();
  }

  /** The newest mail to that address that has a header of that name or that word in its subject. */
  private static Mail mailTo(String address, String mark) throws IOException {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(marked(address, mark)).isNotEmpty());
    return marked(address, mark).getFirst();
  }

  private static List<Mail> marked(String address, String mark) throws IOException {
    return mailsTo(address).stream()
        .filter(
            mail ->
                mail.headers().contains(mark.toLowerCase(Locale.ROOT))
                    || mail.subject().contains(mark))
        .toList();
  }

  private static List<Mail> mailsTo(String address) throws IOException {
    return site.inbox().mailsTo(address);
  }
}
