package dev.paperboy.notify.signup;

import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.wording.Wording;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the letters about a subscription. */
@Singleton
class Letters {
  private static final Wording WORDS = Wording.of("signup");

  private final Template html;
  private final Template text;
  private final Links links;
  private final String postal;

  Letters(
      @Location("mail/letter.html") Template html,
      @Location("mail/letter.txt") Template text,
      Links links,
      @ConfigProperty(name = "paperboy.postal-address", defaultValue = " ") String postal) {
    this.html = html;
    this.text = text;
    this.links = links;
    this.postal = postal.isBlank() ? null : postal.strip();
  }

  /** Asks whether the address wants digests. */
  Letter confirmation(Subscriber subscriber) {
    return written(
        WORDS.say("letter.confirmation.subject"),
        WORDS.say("letter.confirmation.heading"),
        List.of(WORDS.say("letter.confirmation.line"), WORDS.say("letter.confirmation.line.2")),
        links.confirm(subscriber.id, subscriber.generation),
        WORDS.say("letter.confirmation.action"),
        WORDS.say("letter.confirmation.if-not"));
  }

  /** Tells a reader who signs up again that there is nothing to do. */
  Letter known(Subscriber subscriber) {
    return written(
        WORDS.say("letter.known.subject"),
        WORDS.say("letter.known.heading"),
        List.of(WORDS.say("letter.known.line"), WORDS.say("letter.known.line.2")),
        links.page("/preferences"),
        WORDS.say("letter.known.action"),
        WORDS.say("letter.known.if-not"));
  }

  /** Brings the link to the preferences. */
  Letter preferences(Subscriber subscriber) {
    return written(
        WORDS.say("letter.preferences.subject"),
        WORDS.say("letter.preferences.heading"),
        List.of(WORDS.say("letter.preferences.line")),
        links.preferences(subscriber.id, subscriber.generation, subscriber.linkId),
        WORDS.say("letter.preferences.action"),
        WORDS.say("letter.preferences.if-not"));
  }

  /** Brings the link to what is kept of somebody who left. */
  Letter account(Subscriber subscriber) {
    return written(
        WORDS.say("letter.account.subject"),
        WORDS.say("letter.account.heading"),
        List.of(WORDS.say("letter.account.line"), WORDS.say("letter.account.line.2")),
        links.account(subscriber.id, subscriber.generation, subscriber.linkId),
        WORDS.say("letter.account.action"),
        WORDS.say("letter.account.if-not"));
  }

  /** Asks at a new address whether digests may go there. */
  Letter change(Subscriber subscriber) {
    return written(
        WORDS.say("letter.change.subject"),
        WORDS.say("letter.change.heading"),
        List.of(WORDS.say("letter.change.line"), WORDS.say("letter.change.line.2")),
        links.change(subscriber.id, subscriber.generation, subscriber.changeId),
        WORDS.say("letter.change.action"),
        WORDS.say("letter.change.if-not"));
  }

  /** Tells the former address. */
  Letter changed(Subscriber subscriber) {
    return written(
        WORDS.say("letter.changed.subject"),
        WORDS.say("letter.changed.heading"),
        List.of(WORDS.say("letter.changed.line", subscriber.address)),
        links.page("/subscribe"),
        WORDS.say("letter.changed.action"),
        WORDS.say("letter.changed.if-not"));
  }

  private Letter written(
      String subject,
      String heading,
      List<String> lines,
      String link,
      String action,
      String ifNot) {
    LetterText letter =
        new LetterText(subject, heading, lines, link, action, ifNot, links.page("/"), postal);
    return new Letter(
        subject,
        html.data("letter", letter).render(),
        text.data("letter", letter).render(),
        Map.of());
  }
}
