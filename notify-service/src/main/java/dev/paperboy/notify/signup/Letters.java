package dev.paperboy.notify.signup;

import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Links;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the letters about a subscription. */
@Singleton
class Letters {
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
        "Please confirm your Paperboy subscription",
        "Is this your address?",
        List.of(
            "Somebody, probably you, asked for new research papers to be mailed to this address"
                + " once a day.",
            "Press the button and confirm on the page that opens. Until then we send nothing."),
        links.confirm(subscriber.id, subscriber.generation),
        "Confirm the subscription",
        "If you did not ask for this, do nothing: without a confirmation there will be no digest."
            + " The link works for three days.");
  }

  /** Tells a reader who signs up again that there is nothing to do. */
  Letter known(Subscriber subscriber) {
    return written(
        "You are subscribed to Paperboy already",
        "You are subscribed already",
        List.of(
            "Somebody, probably you, filled in the subscribe form with this address. It has a"
                + " subscription, so nothing was changed.",
            "If you wanted other papers or another hour, change your preferences."),
        links.page("/preferences"),
        "Change your preferences",
        "If you did not ask for this, do nothing.");
  }

  /** Brings the link to the preferences. */
  Letter preferences(Subscriber subscriber) {
    return written(
        "Your link to your Paperboy preferences",
        "Your preferences",
        List.of(
            "Here is the link you asked for. It works for 30 minutes and for saving once; asking"
                + " again makes a new one."),
        links.preferences(subscriber.id, subscriber.generation, subscriber.linkId),
        "Open your preferences",
        "If you did not ask for this, do nothing, and do not pass the link on: it changes your"
            + " subscription.");
  }

  /** Brings the link to what is kept of somebody who left. */
  Letter account(Subscriber subscriber) {
    return written(
        "Your link to what Paperboy keeps of you",
        "What is kept of you",
        List.of(
            "You have left, and no digests come to this address. Here is the link you asked for:"
                + " see what is still kept of you, take it along, or have it erased.",
            "It works for 30 minutes; asking again makes a new one."),
        links.account(subscriber.id, subscriber.generation, subscriber.linkId),
        "See what is kept",
        "If you did not ask for this, do nothing, and do not pass the link on: it shows what is"
            + " kept of you.");
  }

  /** Asks at a new address whether digests may go there. */
  Letter change(Subscriber subscriber) {
    return written(
        "Please confirm your new address for Paperboy",
        "Should your digests come here?",
        List.of(
            "Whoever gets digests of research papers at another address, probably you, wants them"
                + " to come to this one.",
            "Press the button and confirm on the page that opens. Until then everything stays as it"
                + " is."),
        links.change(subscriber.id, subscriber.generation, subscriber.changeId),
        "Confirm this address",
        "If you did not ask for this, do nothing: without a confirmation nothing comes here. The"
            + " link works for three days.");
  }

  /** Tells the former address. */
  Letter changed(Subscriber subscriber) {
    return written(
        "Your Paperboy digests go to another address now",
        "Your digests have moved",
        List.of(
            "As you asked, your digests go to "
                + subscriber.address
                + " from now on, and nothing comes here any more. Links in older mails have"
                + " ended, but for those to unsubscribe."),
        links.page("/subscribe"),
        "Subscribe with this address again",
        "If it was not you who changed this, somebody else can read your mail: look after your"
            + " mailbox first, then subscribe again.");
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
