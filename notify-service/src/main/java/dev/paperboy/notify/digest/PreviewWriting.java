package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.feed.Feed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what digests of the last days would have held. */
final class PreviewWriting {
  private static final Wording WORDS = Wording.of("digest");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.UK);

  private final DigestComposer composer;
  private final DigestLinks links;
  private final String site;

  PreviewWriting(DigestComposer composer, DigestLinks links, String site) {
    this.composer = composer;
    this.links = links;
    this.site = site;
  }

  /** An edition as a mail that its reader asked for; nothing of it counts as sent. */
  Letter letter(Edition edition, Map<String, String> names, DigestLinks own) {
    Letter letter = composer.compose(edition, names, own, Map.of()).letter();
    return new Letter(
        WORDS.say("test.subject", letter.subject()),
        letter.html(),
        letter.text(),
        letter.headers());
  }

  /** What editions show in full, as entries of a feed, the latest day first. */
  List<Feed.Entry> entries(List<Edition> editions, Map<String, String> names) {
    return editions.reversed().stream()
        .flatMap(edition -> edition.shown().stream())
        .map(match -> entry(match, names))
        .toList();
  }

  private Feed.Entry entry(Match match, Map<String, String> names) {
    ShelvedPaper paper = match.paper().paper();
    return Feed.Entry.of(paper, site, paper.announced())
        .withTopics(paper.topicNames().stream().map(id -> names.getOrDefault(id, id)).toList())
        .withLead(Why.of(match, names));
  }

  /**
   * The view.
   *
   * @param editions one a day, in their order
   * @param names of topics and examples by their ids
   * @param notes of the whole
   */
  PreviewView view(List<Edition> editions, Map<String, String> names, List<String> notes) {
    List<PreviewView.Day> days = editions.reversed().stream().map(PreviewWriting::day).toList();
    Edition latest =
        editions.reversed().stream().filter(edition -> !edition.isEmpty()).findFirst().orElse(null);
    List<String> all = new ArrayList<>(notes);
    editions.stream()
        .map(Edition::note)
        .filter(note -> note != null)
        .reduce((first, second) -> second)
        .ifPresent(all::add);
    return new PreviewView(
        heading(days),
        days,
        all,
        latest == null ? null : composer.view(latest, names, links),
        latest == null ? null : name(latest.day()));
  }

  private static PreviewView.Day day(Edition edition) {
    return new PreviewView.Day(
        name(edition.day()),
        edition.papers(),
        edition.matched(),
        edition.shown().size(),
        edition.sent().size() - edition.shown().size(),
        edition.sent().stream().map(match -> match.paper().paper().key()).toList());
  }

  private static String heading(List<PreviewView.Day> days) {
    int papers = days.stream().mapToInt(PreviewView.Day::sent).sum();
    long digests = days.stream().filter(day -> day.sent() > 0).count();
    if (papers == 0) {
      return days.stream().mapToInt(PreviewView.Day::papers).sum() == 0
          ? WORDS.say("preview.quiet")
          : WORDS.say("preview.nothing");
    }
    return WORDS.say(
        "preview.sent", WORDS.count("papers", papers), WORDS.count("digests", digests));
  }

  private static String name(LocalDate day) {
    return DAY.format(day);
  }
}
