package dev.paperboy.notify.signup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words in the templates of the way to a subscription and of previews, in English. Another
 * language is a file {@code messages/signup_XX.properties} with the same keys. Parameters come
 * escaped into HTML.
 */
@MessageBundle(value = "signup", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface SignupMessages {
  @Message("Have it sent, or change it")
  String sendOrChange();

  @Message("Subscribe")
  String subscribe();

  @Message("Have it sent")
  String haveItSent();

  @Message("The papers that matter to you, by mail, once a day")
  String heading();

  @Message(
      "Say what you want to hear of, and see at once what it would have sent you in"
          + " the last week. Only then comes the question where to.")
  String lede();

  @Message("Leave this empty")
  String leaveEmpty();

  @Message(
      "We send one mail to ask whether the address is really yours; then the papers"
          + " come, best first, each with the reason why.")
  String weAsk();

  @Message("Your e-mail address")
  String yourAddress();

  @Message("No tracking, no password. Leave with one click.")
  String noTracking();

  @Message("What you chose, to look at and to change")
  String whatYouChose();

  @Message("Show me what this would send")
  String showMe();

  @Message("Nothing is sent yet, and nothing is kept of it.")
  String nothingSent();

  @Message("Subscribed already?")
  String subscribedAlready();

  @Message("Change your preferences")
  String changePreferences();

  @Message(
      "There are no passwords here. Type the address that your digests go to, and we"
          + " mail it a link that opens your preferences for half an hour.")
  String noPasswords();

  @Message("Mail me a link")
  String mailLink();

  @Message("Not subscribed yet?")
  String notSubscribed();

  @Message(
      "This is what digests made of your choice below. Nothing was sent, and nothing"
          + " is kept of it.")
  String previewLede();

  @Message("Day")
  String day();

  @Message("New papers")
  String newPapers();

  @Message("That fit")
  String thatFit();

  @Message("In the mail")
  String inTheMail();

  @Message("({papers} in full)")
  String inFull(int papers);

  @Message("no mail")
  String noMail();

  @Message("The digest of {day}")
  String digestOf(String day);

  @Message("specimen")
  String specimen();

  @Message("From authors you follow")
  String fromFollowed();

  @Message("Also new")
  String alsoNew();

  @Message("Nothing fits so far")
  String nothingFits();

  @Message(
      "Choose one topic or category more, write fewer words on a line, or take"
          + " something out of what is left out.")
  String chooseMore();
}
