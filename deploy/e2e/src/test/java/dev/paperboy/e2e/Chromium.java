package dev.paperboy.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Chromium of the system; Playwright shall not download another. */
final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(EXECUTABLE)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-sync")));
  }

  static boolean isThere() {
    return Files.isExecutable(EXECUTABLE);
  }

  /** Why browser tests do not run where it is not there. */
  static String absence() {
    return "The browser tests are skipped: there is no %s (Debian: apt-get install chromium)."
        .formatted(EXECUTABLE);
  }

  /** A fresh profile on such a device. */
  BrowserContext on(Device device) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(device.width, device.height)
            .setColorScheme(device.dark ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setJavaScriptEnabled(device.scripts));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** What a reader sits at. */
  enum Device {
    DESKTOP(1280, 800, false, true),
    DESKTOP_DARK(1280, 800, true, true),
    PHONE_WITHOUT_SCRIPTS(390, 844, false, false);

    /** Whether pages may run scripts, and tests may in them. */
    boolean scripts() {
      return scripts;
    }

    private final int width;
    private final int height;
    private final boolean dark;
    private final boolean scripts;

    Device(int width, int height, boolean dark, boolean scripts) {
      this.width = width;
      this.height = height;
      this.dark = dark;
      this.scripts = scripts;
    }
  }
}
