package dev.paperboy.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The mails that were sent, and a page that shows them. */
interface Inbox {
  /** Newest first. */
  List<Mail> mailsTo(String address) throws IOException;

  /** Where its pages are. */
  URI origin();

  /**
   * Goes to the page that shows the mail.
   *
   * @return the body of the mail's HTML within that page
   */
  Locator open(Page page, Mail mail);
}
