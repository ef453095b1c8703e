package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** One list, given page by page as it shall be sent; each but the last holds a token. */
final class WholePages implements OaiAnswers {
  private final List<byte[]> pages;
  private boolean expired;

  WholePages(List<byte[]> pages) {
    this.pages = List.copyOf(pages);
  }

  @Override
  public synchronized byte[] to(Map<String, String> arguments) {
    String token = arguments.get("resumptionToken");
    if (token == null) {
      expired = false;
      return pages.getFirst();
    }
    for (int i = 0; i < pages.size() - 1 && !expired; i++) {
      if (new String(pages.get(i), UTF_8).contains(">" + token + "</resumptionToken>")) {
        return pages.get(i + 1);
      }
    }
    return OaiAnswers.error("badResumptionToken", "as told");
  }

  /** Until the list is begun again, which gives the same tokens out again. */
  @Override
  public synchronized void expireTokens() {
    expired = true;
  }
}
