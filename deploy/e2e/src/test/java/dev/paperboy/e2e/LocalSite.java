package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.paperboy.backing.MailMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A data directory of its own, brought up by the command that users type. */
record LocalSite(LocalRun run) implements Site, Inbox {
  /** Returns once it is healthy. */
  static LocalSite up(String name) throws IOException, InterruptedException {
    LocalRun run = LocalRun.in(name);
    Path papers = Specimens.threeDays(run.data().resolve("specimens.jsonl"));
    run.upWell("--papers", papers.toString(), "--day", Specimens.DAY.toString());
    return new LocalSite(run);
  }

  @Override
  public URI page(String path) {
    return run.site(path);
  }

  @Override
  public Inbox inbox() {
    return this;
  }

  @Override
  public String kafka() throws IOException {
    return run.kafka();
  }

  @Override
  public long shelved() throws IOException, InterruptedException {
    return run.counters().shelved();
  }

  @Override
  public String digest(LocalDate date, String address) throws IOException, InterruptedException {
    return run.digest("--date", date.toString(), "--for", address).output();
  }

  @Override
  public List<Mail> mailsTo(String address) throws IOException {
    return run.inbox().messages().stream()
        .filter(mail -> mail.to().equals(address))
        .map(LocalSite::mail)
        .toList();
  }

  @Override
  public URI origin() {
    return run.site("");
  }

  @Override
  public Locator open(Page page, Mail mail) {
    assertThat(page.navigate(run.site("/inbox").toString()).status()).isEqualTo(200);
    page.locator("a[href='/inbox/" + mail.id() + "']").click();
    return page.frameLocator("iframe.mail").locator("body");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run.close();
  }

  private static Mail mail(MailMessage message) {
    return new Mail(
        message.id(),
        message.subject(),
        message.headers().stream()
            .map(header -> header.getKey().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }
}
