package dev.paperboy.local;

import static dev.paperboy.local.Page.escape;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.backing.MailInbox;
import dev.paperboy.backing.MailMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The local inbox in the browser: what Paperboy mailed, without any mail leaving the machine. */
final class InboxPages {
  private static final int SHOWN = 200;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The mail is somebody else's HTML: no script, no request, and links only where one clicks. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
          + " frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
          + " allow-top-navigation-by-user-activation";

  private static final Pattern HEAD =
      Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
  private final MailInbox inbox;

  InboxPages(MailInbox inbox) {
    this.inbox = inbox;
  }

  /** Answers a path below {@code /inbox}. */
  Page answer(String path) throws IOException {
    if (path.equals("/inbox") || path.equals("/inbox/")) {
      return list();
    }
    if (path.equals("/inbox/inbox.css")) {
      return styles();
    }
    String[] segments = path.split("/", 5);
    Optional<MailMessage> message =
        segments.length > 4 ? Optional.empty() : inbox.message(segments[2]);
    if (message.isEmpty()) {
      return Page.refusal(404, "No such message", "The inbox has no message at this address.");
    }
    return switch (segments.length == 4 ? segments[3] : "") {
      case "" -> message(message.get());
      case "html" -> mail(message.get());
      case "raw" ->
          new Page(
              200,
              "text/plain; charset=utf-8",
              MAIL_POLICY,
              Files.readAllBytes(message.get().file()));
      default ->
          Page.refusal(404, "No such view", "A message has the views html and raw, no other.");
    };
  }

  private Page list() throws IOException {
    long count = inbox.count();
    String rows =
        inbox.newest(SHOWN).stream()
            .map(
                message ->
                    """
                    <tr><td><a href="/inbox/%s">%s</a></td><td>%s</td><td><time datetime="%s">%s</time></td></tr>
                    """
                        .formatted(
                            message.id(),
                            escape(
                                message.subject().isBlank() ? "(no subject)" : message.subject()),
                            escape(message.to()),
                            message.received(),
                            WHEN.format(message.received())))
            .collect(Collectors.joining());
    String content =
        count == 0
            ? """
              <div class="empty"><h2>No mail yet</h2>
              <p>Confirmations and digests land here. <a href="/subscribe">Subscribe</a> to get the first.</p></div>
              """
            : """
              <div class="table-scroll"><table class="inbox">
              <thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Received</th></tr></thead>
              <tbody>
              %s</tbody></table></div>
              """
                .formatted(rows);
    return Page.html(
        200,
        "Inbox",
        """
        <h1>Inbox</h1>
        <p class="lede">Every mail that this Paperboy sent, %s in all. Nothing leaves this machine.</p>
        %s
        """
            .formatted(Console.number(count), content));
  }

  private static Page message(MailMessage message) {
    String headers =
        message.headers().stream()
            .map(header -> escape(header.getKey() + ": " + header.getValue()))
            .collect(Collectors.joining("\n"));
    String html =
        message.html().isEmpty()
            ? ""
            : """
              <h2>As HTML</h2>
              <p><a href="/inbox/%s/html">Without the frame</a></p>
              <iframe class="mail" title="The message as HTML" src="/inbox/%s/html" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>
              """
                .formatted(message.id(), message.id());
    return Page.html(
        200,
        message.subject(),
        """
        <p><a href="/inbox">← Inbox</a></p>
        <h1>%s</h1>
        <dl class="envelope">
          <dt>From</dt><dd>%s</dd>
          <dt>To</dt><dd>%s</dd>
          <dt>Received</dt><dd>%s</dd>
          <dt>Message-ID</dt><dd><code>%s</code></dd>
        </dl>
        %s
        <h2>As text</h2>
        <pre class="mail-text">%s</pre>
        <details><summary>All headers</summary><pre class="mail-headers">%s</pre></details>
        <p><a href="/inbox/%s/raw">The message as it was sent</a></p>
        """
            .formatted(
                escape(message.subject()),
                escape(message.from()),
                escape(message.to()),
                WHEN.format(message.received()),
                escape(message.header("Message-ID").orElse("none")),
                html,
                message.text().isEmpty() ? "(no text part)" : links(message.text()),
                headers,
                message.id()));
  }

  private static Page mail(MailMessage message) {
    // Links shall replace the inbox page, not open inside its frame.
    String target = "<base target=\"_top\">";
    Matcher head = HEAD.matcher(message.html());
    String html =
        head.find()
            ? message.html().substring(0, head.end())
                + target
                + message.html().substring(head.end())
            : target + message.html();
    return new Page(200, "text/html; charset=utf-8", MAIL_POLICY, html.getBytes(UTF_8));
  }

  private static String links(String text) {
    Matcher url = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:)\\]]").matcher(text);
    StringBuilder html = new StringBuilder();
    int end = 0;
    while (url.find()) {
      String link = escape(url.group());
      html.append(escape(text.substring(end, url.start())))
          .append("<a href=\"%s\">%s</a>".formatted(link, link));
      end = url.end();
    }
    return html.append(escape(text.substring(end))).toString();
  }

  private static Page styles() throws IOException {
    try (InputStream in = InboxPages.class.getResourceAsStream("inbox.css")) {
      return new Page(200, "text/css; charset=utf-8", "default-src 'none'", in.readAllBytes());
    }
  }
}
