package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A reader's browser window: goes through pages, takes pictures, and notes what a page must not do.
 */
final class Visit implements AutoCloseable {
  private static final Path PICTURES =
      Path.of(System.getProperty("paperboy.root"), "deploy/e2e/target/screenshots");

  /**
   * Playwright itself tries to run a script in the mail's frame, which rightly refuses it; axe
   * reads colours from a canvas.
   */
  private static final Pattern OWN_SCRIPT =
      Pattern.compile(
          "^(Blocked script execution in 'http://localhost:\\d+/inbox/[\\d-]+/html'"
              + "|Canvas2D: Multiple readback operations)");

  private final Site site;
  private final Chromium.Device device;
  private final BrowserContext context;
  private final Page page;
  private Locator mail;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private int pictures;

  Visit(Site site, Chromium chromium, Chromium.Device device) {
    this.site = site;
    this.device = device;
    this.context = chromium.on(device);
    context.onRequest(
        request -> {
          URI uri = URI.create(request.url());
          if (!uri.getScheme().equals("data")
              && !uri.getAuthority().equals(site.page("").getAuthority())
              && !uri.getAuthority().equals(site.inbox().origin().getAuthority())) {
            complaints.add("a request to elsewhere: " + request.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          boolean serious = message.type().equals("error") || message.type().equals("warning");
          if (serious
              && !isOfAnInboxElsewhere(message.location())
              && !OWN_SCRIPT.matcher(message.text()).find()) {
            complaints.add("on the console: " + message.text());
          }
        });
    context.onWebError(error -> complaints.add("script error: " + error.error()));
    this.page = context.newPage();
  }

  Page page() {
    return page;
  }

  void open(String path) {
    assertThat(page.navigate(site.page(path).toString()).status()).as(path).isEqualTo(200);
  }

  void openMail(Mail wanted) {
    mail = site.inbox().open(page, wanted);
    mail.waitFor();
  }

  /** The body of the mail that was opened last. */
  Locator mail() {
    return mail;
  }

  String heading() {
    return page.locator("h1").first().textContent().strip();
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Titles of a list of papers. */
  static List<String> titles(Locator locator) {
    locator.first().waitFor();
    return locator.allTextContents().stream().map(String::strip).toList();
  }

  /**
   * Keeps a picture of the whole page, which may not be wider than the window, has one heading and
   * its landmarks, and keeps nobody from using it. The inbox is no page of the site; a digest on
   * the web has the outline of its mail.
   */
  void picture(String step) {
    String name = "%s-%02d-%s.png".formatted(device, ++pictures, step).toLowerCase(Locale.ROOT);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
    int overhang =
        ((Number)
                page.evaluate(
                    "() => document.documentElement.scrollWidth"
                        + " - document.documentElement.clientWidth"))
            .intValue();
    if (overhang > 0) {
      complaints.add("%s is %d px wider than the window".formatted(step, overhang));
    }
    String url = page.url();
    if (url.startsWith(site.page("").toString()) && !url.contains("/inbox")) {
      if (!url.contains("/digests/")) {
        outline(step);
      }
      if (device.scripts()) {
        Axe.violations(page).forEach(found -> complaints.add(step + ": " + found));
      }
    }
  }

  private void outline(String step) {
    for (String one : List.of("h1", "body > header", "main", "body > footer", "header nav")) {
      int count = page.locator(one).count();
      if (count != 1) {
        complaints.add("%s has %d × %s".formatted(step, count, one));
      }
    }
  }

  private boolean isOfAnInboxElsewhere(String location) {
    URI inbox = site.inbox().origin();
    return !inbox.equals(site.page("")) && location.startsWith(inbox.toString());
  }

  /** What pages did that they must not. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
