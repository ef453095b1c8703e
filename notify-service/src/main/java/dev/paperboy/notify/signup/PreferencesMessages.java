package dev.paperboy.notify.signup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words in the templates of the pages that a subscriber sees, in English. Another language is a
 * file {@code messages/preferences_XX.properties} with the same keys. Parameters come escaped into
 * HTML.
 */
@MessageBundle(value = "preferences", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface PreferencesMessages {
  @Message("Your preferences")
  String yours();

  @Message("Save, or change it")
  String saveOrChange();

  @Message("For {address}. Changes count from the next digest.")
  String lede(String address);

  @Message("Your filters")
  String filters();

  @Message("New filter")
  String newFilter();

  @Message("Add a filter")
  String addFilter();

  @Message(
      "with its own choice and number of papers. One digest has the papers of all," + " each once.")
  String addFilterHint();

  @Message("Name of this filter")
  String filterName();

  @Message("Digests say which filter a paper is for, if you have several.")
  String filterNameHint();

  @Message("Save")
  String save();

  @Message("Show me what this would send")
  String showMe();

  @Message("Delete this filter")
  String deleteFilter();

  @Message("Unsubscribe")
  String unsubscribe();

  @Message("This filter as a feed")
  String feed();

  @Message("What its digests show, for a feed reader:")
  String feedOf();

  @Message("Whoever has an address of these can read it; a new one ends the old.")
  String feedIsOpen();

  @Message(
      "What its digests show, for a feed reader, at an address that only you know."
          + " With «Not for now» for the mails it is a way to read without any.")
  String noFeed();

  @Message("Give it a new address")
  String newFeed();

  @Message("Make a private feed")
  String makeFeed();

  @Message("End the feed")
  String endFeed();

  @Message("How it looks in your mail")
  String looks();

  @Message("Send me a test digest")
  String sendTest();

  @Message("Your latest digest with the filters as saved. Nothing of it counts as sent.")
  String testHint();

  @Message("What is kept of you")
  String kept();

  @Message("Your digests go to {address}.")
  String digestsGoTo(String address);

  @Message("Change your address")
  String changeAddress();

  @Message("Your digests and marked papers")
  String digestsAndMarks();

  @Message("All of it as a file")
  String asFile();

  @Message("Erase everything")
  String eraseAll();

  @Message(
      "This link works for half an hour and for saving once; what you save is"
          + " answered with the next one.")
  String linkWorks();

  @Message("Get a new one")
  String newLink();

  @Message("whenever you like.")
  String whenever();

  @Message(
      "Your digests go to {address}. A mail to the new address asks whether they may"
          + " come there; until that is confirmed, nothing changes.")
  String addressLede(String address);

  @Message("Your new e-mail address")
  String newAddress();

  @Message("Ask there")
  String askThere();

  @Message("Back to your preferences")
  String back();

  @Message("What you were sent")
  String sent();

  @Message("There was no digest yet.")
  String noDigest();

  @Message("The first one comes at your hour, on the next day with papers that fit.")
  String firstDigest();

  @Message("Papers you marked")
  String marked();

  @Message("Take back what you said of {title}")
  String takeBackOf(String title);

  @Message("Take back")
  String takeBack();

  @Message(
      "None yet. Each paper of a digest has a link to say «more like this», «less"
          + " like this», or to save it.")
  String noMarks();

  @Message(
      "You have left, and no digests come. Your address, filters and what is listed"
          + " here are kept, so that nothing comes twice if you subscribe again.")
  String left();

  @Message("Pause")
  String pause();

  @Message("No digests for")
  String noDigestsFor();

  @Message("End the pause")
  String endPause();

  @Message("Back to the digest")
  String backToDigest();

  @Message("The mail itself is no longer kept. These papers were in it:")
  String onlyPapers();

  @Message(
      "The mail itself is no longer kept, and there were no papers in it that are" + " known here.")
  String nothingKept();

  @Message("{papers} more were in it that are not known here any more.")
  String goneToo(int papers);

  @Message("All as BibTeX")
  String allAsBibtex();
}
