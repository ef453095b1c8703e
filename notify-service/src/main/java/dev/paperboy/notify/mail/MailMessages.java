package dev.paperboy.notify.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words in the templates of mails, in English. Another language is a file {@code
 * messages/mail_XX.properties} with the same keys. Parameters come escaped into HTML.
 */
@MessageBundle(value = "mail", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface MailMessages {
  @Message("en")
  String language();

  @Message("specimen")
  String specimen();

  @Message("Show it on the site")
  String showOnSite();

  @Message("Abstract")
  String abstractPage();

  @Message("Code")
  String code();

  @Message("More, less, save")
  String moreLessSave();

  @Message("From authors you follow")
  String fromFollowed();

  @Message("Also new")
  String alsoNew();

  @Message("Changed since you got them")
  String changed();

  @Message("You get this because you confirmed a subscription to new papers at Paperboy.")
  String confirmed();

  @Message(
      "The number behind ▲ is the trend score; the line below the excerpt says what"
          + " it is made of.")
  String trendScore();

  @Message("Read on the web")
  String readOnWeb();

  @Message("Change your preferences")
  String changePreferences();

  @Message("Pause")
  String pause();

  @Message("Unsubscribe")
  String unsubscribe();

  @Message("Note")
  String note();

  @Message("Topics")
  String topics();

  @Message("More or less like it, or save it")
  String moreLessSaveIt();

  @Message("All papers as BibTeX")
  String allAsBibtex();

  @Message("If the button does not work, open this address:")
  String ifButtonFails();

  @Message("Sent once, because somebody typed this address into a form at {home}.")
  String sentOnce(String home);
}
