package dev.paperboy.bench.matching;

import dev.paperboy.notify.digest.DigestComposer;
import dev.paperboy.notify.digest.DigestLinks;
import dev.paperboy.notify.digest.Edition;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.mail.MailMessages;
import dev.paperboy.pagekit.standalone.StandaloneTemplates;
import java.util.Map;

/**
 * Writes mails with notify's templates. Values are found by reflection, where the service has
 * resolvers that the build made, so that it is a little faster there.
 */
final class MailWriting {
  /** As long as a signed one. */
  private static final String TOKEN = "T".repeat(108);

  private static final DigestLinks LINKS =
      new DigestLinks(
          "https://papers.example.org/",
          "https://papers.example.org/digests/" + TOKEN,
          "https://papers.example.org/digests/" + TOKEN + "/pause",
          "https://papers.example.org/unsubscribe/" + TOKEN,
          "https://papers.example.org/preferences",
          "https://papers.example.org/search?q=",
          "https://papers.example.org/feedback/" + TOKEN + "/");

  private final Map<String, String> names;
  private final DigestComposer composer;

  /**
   * @param names of topics by their ids
   */
  MailWriting(Map<String, String> names) {
    this.names = names;
    StandaloneTemplates templates =
        new StandaloneTemplates(DigestComposer.class, MailMessages.class);
    this.composer =
        new DigestComposer(
            templates.template("mail/digest.html"), templates.template("mail/digest.txt"), "");
  }

  /** The mail of an edition with papers. */
  Letter letter(Edition edition) {
    return composer.compose(edition, names, LINKS, Map.of()).letter();
  }
}
