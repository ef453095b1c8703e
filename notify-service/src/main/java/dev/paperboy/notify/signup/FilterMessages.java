package dev.paperboy.notify.signup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words in the templates of the form that says which papers and when, in English. Another
 * language is a file {@code messages/filter_XX.properties} with the same keys. Where a link or an
 * emphasis stands within a sentence, its parts are messages.
 */
@MessageBundle(value = "filter", defaultKey = Message.UNDERSCORED_ELEMENT_NAME)
public interface FilterMessages {
  @Message("Which papers")
  String whichPapers();

  @Message("You get a paper when it fits")
  String fitsAny();

  @Message("any")
  String any();

  @Message(
      "of what you choose here; the more it fits, the higher it stands. Choose"
          + " nothing to get what trends in all fields.")
  String ofChosen();

  @Message("Topics")
  String topics();

  @Message("Find a topic")
  String findTopic();

  @Message("1 topic below")
  String oneTopic();

  @Message("# topics below")
  String manyTopics();

  @Message("No topic is called so. A line under «Keywords» searches titles and abstracts.")
  String noTopic();

  @Message("{chosen} of")
  String chosenOf(long chosen);

  @Message(
      "The list of topics has not arrived yet. You can subscribe by keywords and"
          + " categories now and add topics later.")
  String noTopicsYet();

  @Message("Papers about …")
  String about();

  @Message(
      "how robots learn to grasp things they have never seen\nfaster attention for"
          + " long documents")
  String aboutSample();

  @Message(
      "Up to five, one per line, in your own words. They are compared by meaning, so"
          + " a paper need not use your words.")
  String aboutHint();

  @Message("Keywords, one search per line")
  String keywords();

  @Message("\"sentence encoder\" OR \"text embedding\"\ntitle:benchmark cat:cs.IR")
  String keywordsSample();

  @Message("The same language as")
  String sameLanguage();

  @Message("search")
  String search();

  @Message("Authors to follow, one per line")
  String authors();

  @Message("Ada Lovelace\nE. Noether")
  String authorsSample();

  @Message(
      "An initial stands for every name that begins so; the last name has to be the" + " same.")
  String authorsHint();

  @Message("Categories")
  String categories();

  @Message("others, such as q-bio.NC, econ.*")
  String categoriesSample();

  @Message("As arXiv names them;")
  String categoriesHint();

  @Message("is all of computer science.")
  String wholeArchive();

  @Message("Papers like these")
  String examples();

  @Message(
      "Up to twenty: arXiv ids, addresses, DOIs, or BibTeX entries as your library"
          + " copies them. A paper that is not to be found here is compared by the title"
          + " and abstract of its entry.")
  String examplesHint();

  @Message("Which not")
  String whichNot();

  @Message("This counts before all of the above.")
  String countsFirst();

  @Message("Leave out, one search per line")
  String exclusions();

  @Message("survey OR review\ncat:cs.CR")
  String exclusionsSample();

  @Message("What a line finds stays out, whatever speaks for it.")
  String exclusionsHint();

  @Message("Least trend")
  String trend();

  @Message("any")
  String anyTrend();

  @Message("The number behind ▲.")
  String trendHint();

  @Message("What it is made of")
  String trendMadeOf();

  @Message("Which first")
  String whichFirst();

  @Message("Which papers stand first")
  String dial();

  @Message(
      "How well a paper fits what you chose, or how much attention it draws in its" + " field.")
  String dialHint();

  @Message("At most")
  String atMost();

  @Message("Line {number}:")
  String line(int number);

  @Message("When")
  String when();

  @Message("At most once a day.")
  String onceADay();

  @Message("How often")
  String howOften();

  @Message("If once a week, on")
  String weekday();

  @Message("Not before")
  String notBefore();

  @Message("Time zone")
  String timeZone();

  @Message("When there is nothing for you")
  String emptyDays();

  @Message("Pause until")
  String pauseUntil();

  @Message(
      "The first day with a digest again; empty for no pause. Papers of the last"
          + " thirty days wait for you.")
  String pauseHint();
}
